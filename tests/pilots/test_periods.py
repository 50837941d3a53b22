from datetime import date

import pytest

from portal.pilots.periods import Period, periods

pytestmark = pytest.mark.no_database

MONDAY = date(2026, 3, 2)


def test_last_period_ends_with_the_pilot():
    found = periods(MONDAY, date(2026, 4, 5), 4, date(2026, 5, 1))

    assert found == [
        Period(MONDAY, date(2026, 3, 29)),
        Period(date(2026, 3, 30), date(2026, 4, 5)),
    ]


def test_period_that_has_not_begun_is_none():
    assert periods(MONDAY, None, 1, date(2026, 3, 8)) == [
        Period(MONDAY, date(2026, 3, 8))
    ]
    assert periods(MONDAY, None, 1, date(2026, 3, 1)) == []
    assert periods(None, None, 1, MONDAY) == []


def test_last_day_is_no_day_after_it():
    period = Period(MONDAY, date(2026, 3, 8))

    assert not period.is_over(date(2026, 3, 8))
    assert period.is_over(date(2026, 3, 9))
