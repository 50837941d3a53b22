from datetime import date

import pytest

from portal.directory.reviews import months_after


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 10, 21), 6, date(2027, 4, 21)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 1, 31), -2, date(2025, 11, 30)),
    ],
)
def test_months_after_keeps_the_day_or_takes_the_last(day, months, later):
    assert months_after(day, months) == later
