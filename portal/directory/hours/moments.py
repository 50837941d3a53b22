"""Moments as whole minutes of UTC since 1970, so that nights on which the clock is
changed are as long as they are."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from portal.db import LOCAL_TIME
from portal.directory.models.places import Calendar

ZONES = {
    Calendar.FINLAND: LOCAL_TIME,
    Calendar.ALAND: LOCAL_TIME,
    Calendar.SWEDEN: ZoneInfo("Europe/Stockholm"),
}
MINUTE = timedelta(minutes=1)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def minutes(moment: datetime) -> int:
    return (moment - EPOCH) // MINUTE


def local(minute: int, calendar: Calendar) -> datetime:
    return (EPOCH + minute * MINUTE).astimezone(ZONES[calendar])


def span(calendar: Calendar, day: date, opens: int, closes: int) -> tuple[int, int]:
    """From the first time the clock shows `opens` to the last time it shows
    `closes`; both count from the midnight that begins `day`."""
    midnight, steady = _midnight(calendar, day)
    if steady:
        return midnight + opens, midnight + closes
    return _shown(calendar, day, opens, 0), _shown(calendar, day, closes, 1)


@lru_cache(maxsize=5000)
def _midnight(calendar: Calendar, day: date) -> tuple[int, bool]:
    """The midnight that begins a day, and whether the clock stands unchanged for
    the two days from it."""
    begin = datetime(day.year, day.month, day.day, tzinfo=ZONES[calendar])
    end = begin + timedelta(days=2)
    return minutes(begin), begin.utcoffset() == end.utcoffset()


def _shown(calendar: Calendar, day: date, minute: int, fold: int) -> int:
    """When the clock shows this minute: the first time, or with `fold` the last. A
    time that is left out comes when the clock jumps over it, on a full hour."""
    clock = datetime.combine(day, time()) + minute * MINUTE
    wanted = clock.replace(tzinfo=ZONES[calendar], fold=fold)
    moment = minutes(wanted)
    if local(moment, calendar).replace(tzinfo=None) == clock:
        return moment
    before_the_jump = minutes(wanted.replace(fold=0))
    return before_the_jump - before_the_jump % 60
