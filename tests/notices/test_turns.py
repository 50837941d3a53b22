"""Digests go from eight o'clock on where the region is, also when its clock changes."""

from datetime import datetime

import pytest

from portal.notices.turns import turn

pytestmark = pytest.mark.no_database


@pytest.mark.parametrize(
    ("moment", "hour", "day", "week"),
    [
        ("2026-11-18 10:00", 12, "2026-11-18 06:00", "2026-11-16 06:00"),
        ("2026-11-18 05:59", 7, "2026-11-17 06:00", "2026-11-16 06:00"),
        ("2026-11-16 05:59", 7, "2026-11-15 06:00", "2026-11-09 06:00"),
        ("2026-11-16 06:00", 8, "2026-11-16 06:00", "2026-11-16 06:00"),
        ("2026-03-29 05:00", 8, "2026-03-29 05:00", "2026-03-23 06:00"),
        ("2026-10-25 05:59", 7, "2026-10-24 05:00", "2026-10-19 05:00"),
        ("2026-10-25 00:30", 3, "2026-10-24 05:00", "2026-10-19 05:00"),
        ("2026-10-25 01:30", 3, "2026-10-24 05:00", "2026-10-19 05:00"),
    ],
)
def test_turn_begins_in_the_local_morning(moment, hour, day, week):
    found = turn(datetime.fromisoformat(moment))

    assert (found.hour, found.day, found.week) == (
        hour,
        datetime.fromisoformat(day),
        datetime.fromisoformat(week),
    )
