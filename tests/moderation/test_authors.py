from datetime import date, datetime

import pytest

from portal.moderation.authors import read_by


@pytest.mark.parametrize(
    ("written_at", "day"),
    [
        ("2026-11-23T08:00", date(2026, 11, 24)),
        # Late in the evening in UTC it is the next day here.
        ("2026-11-23T22:30", date(2026, 11, 25)),
        ("2026-11-20T08:00", date(2026, 11, 23)),
        # Christmas Eve is a Thursday, and both days after it are holidays.
        ("2026-12-23T08:00", date(2026, 12, 28)),
        # Independence Day falls on a Monday.
        ("2027-12-03T08:00", date(2027, 12, 7)),
    ],
)
@pytest.mark.no_database
def test_text_is_promised_to_be_read_on_the_next_working_day(app, written_at, day):
    assert read_by(datetime.fromisoformat(written_at)) == day
