"""What is told of the hours of one thing, and which times they give for a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from portal.directory.hours.holidays import is_holiday
from portal.directory.models.places import Calendar

DAYS_A_WEEK = 7
# A Monday, from which weeks are counted where no first day is told.
FIRST_MONDAY = date(2001, 1, 1)

Times = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Weekly:
    """Open on a weekday as `models.hours.WeeklyHours` tells."""

    weekday: int
    opens: int
    closes: int
    valid_from: date | None = None
    valid_until: date | None = None
    every_weeks: int = 1

    def in_season(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )

    def holds_on(self, day: date) -> bool:
        if day.weekday() != self.weekday or not self.in_season(day):
            return False
        if self.every_weeks == 1:
            return True
        start = self.valid_from or FIRST_MONDAY
        monday = start - timedelta(days=start.weekday())
        return (day - monday).days // DAYS_A_WEEK % self.every_weeks == 0


@dataclass(frozen=True, slots=True)
class Different:
    """Days on which the weekly hours do not hold: closed, or these times."""

    first_on: date
    last_on: date
    opens: int | None = None
    closes: int | None = None

    def covers(self, day: date) -> bool:
        return self.first_on <= day <= self.last_on

    @property
    def length(self) -> timedelta:
        return self.last_on - self.first_on


@dataclass(frozen=True, slots=True)
class Rules:
    weekly: tuple[Weekly, ...] = ()
    different: tuple[Different, ...] = ()
    calendar: Calendar = Calendar.FINLAND
    on_holidays: bool = False

    @property
    def told(self) -> bool:
        """Whether any hours are known at all."""
        return bool(self.weekly) or any(d.opens is not None for d in self.different)

    def usual(self, day: date) -> list[Times]:
        """The weekly times, whatever is special about the day."""
        return sorted({(w.opens, w.closes) for w in self.weekly if w.holds_on(day)})

    def special(self, day: date) -> list[Different]:
        """What is told of this very day. Of several the shortest count, so that one
        day can be open in a closed month."""
        found = [different for different in self.different if different.covers(day)]
        shortest = min((different.length for different in found), default=None)
        return [different for different in found if different.length == shortest]

    def holiday(self, day: date) -> bool:
        """Whether a public holiday keeps this day closed."""
        return (
            not self.on_holidays
            and is_holiday(self.calendar, day)
            and not self.special(day)
        )

    def times(self, day: date) -> list[Times]:
        """When it opens and closes on this day, as minutes from its midnight."""
        special = self.special(day)
        if special:
            return sorted(
                {
                    (different.opens, different.closes)
                    for different in special
                    if different.opens is not None and different.closes is not None
                }
            )
        return [] if self.holiday(day) else self.usual(day)

    def in_season(self, day: date) -> bool:
        return any(weekly.in_season(day) for weekly in self.weekly)


def days_from(first: date, count: int) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range(count))
