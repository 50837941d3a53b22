"""The periods in which sites tell how it goes. This knows no database."""

from dataclasses import dataclass
from datetime import date, timedelta

MOST = 520
"""Of periods: ten years of weeks."""


@dataclass(frozen=True)
class Period:
    """From its first day to its last."""

    starts: date
    ends: date

    def is_over(self, on: date) -> bool:
        return self.ends < on


def periods(
    starts_on: date | None, ends_on: date | None, weeks: int, until: date
) -> list[Period]:
    """Those that have begun by this day, first to last."""
    if starts_on is None:
        return []
    last = until if ends_on is None else min(until, ends_on)
    step = timedelta(weeks=weeks)
    found: list[Period] = []
    starts = starts_on
    while starts <= last and len(found) < MOST:
        found.append(period(starts, weeks, ends_on))
        starts += step
    return found


def period(starts: date, weeks: int, ends_on: date | None = None) -> Period:
    ends = starts + timedelta(weeks=weeks, days=-1)
    return Period(starts, ends if ends_on is None else max(starts, min(ends, ends_on)))
