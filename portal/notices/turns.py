"""When mail of each pace is due."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from portal.db import LOCAL_TIME

DIGEST_HOUR = 8
"""The local hour from which digests go, daily and, on Mondays, weekly."""
STALE_DAYS = 15
"""What could not be mailed by then is no news any more."""


@dataclass(frozen=True)
class Turn:
    """A moment in UTC, the local hour it falls into, and since when digests of the day
    and of the week are due, also in UTC."""

    moment: datetime
    hour: int
    day: datetime
    week: datetime

    @property
    def stale(self) -> datetime:
        return self.moment - timedelta(days=STALE_DAYS)


def turn(moment: datetime) -> Turn:
    local = moment.replace(tzinfo=UTC).astimezone(LOCAL_TIME)
    day = local.date()
    if local.hour < DIGEST_HOUR:
        day -= timedelta(days=1)
    monday = day - timedelta(days=day.weekday())
    return Turn(moment, local.hour, _in_the_morning(day), _in_the_morning(monday))


def _in_the_morning(day: date) -> datetime:
    morning = datetime.combine(day, time(DIGEST_HOUR), LOCAL_TIME)
    return morning.astimezone(UTC).replace(tzinfo=None)
