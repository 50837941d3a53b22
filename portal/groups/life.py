"""Whether a group is active, by its last meeting."""

from datetime import date
from enum import StrEnum

from portal.directory.reviews import months_after

MONTHS = 6


class Life(StrEnum):
    ACTIVE = "active"
    DORMANT = "dormant"
    CLOSED = "closed"


def life(closed_on: date | None, last_meeting: date | None, day: date) -> Life:
    """On this day. `last_meeting` is the latest one that takes place, also one to
    come."""
    if closed_on and closed_on <= day:
        return Life.CLOSED
    if last_meeting and last_meeting >= months_after(day, -MONTHS):
        return Life.ACTIVE
    return Life.DORMANT
