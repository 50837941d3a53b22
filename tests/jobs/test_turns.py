"""A job has its turn each minute, or each morning where the region is."""

from datetime import datetime

import pytest

from portal.jobs import Job, Often

pytestmark = pytest.mark.no_database


@pytest.mark.parametrize(
    ("moment", "began"),
    [
        ("2026-11-22 10:30:59", "2026-11-22 04:00"),
        ("2026-11-22 03:59:59", "2026-11-21 04:00"),
        ("2026-07-01 03:00:00", "2026-07-01 03:00"),
        # The clock goes forward in the night before, and back.
        ("2026-03-29 03:00:00", "2026-03-29 03:00"),
        ("2026-10-25 03:30:00", "2026-10-24 03:00"),
    ],
)
def test_day_begins_at_six_where_the_region_is(moment, began):
    job = Job("upkeep remind", Often.DAY)

    assert job.turn(datetime.fromisoformat(moment)) == datetime.fromisoformat(began)


def test_minute_begins_with_its_first_second():
    job = Job("notices send", Often.MINUTE)
    moment = datetime.fromisoformat("2026-11-22 10:30:59.000007")

    assert job.turn(moment) == datetime.fromisoformat("2026-11-22 10:30")
