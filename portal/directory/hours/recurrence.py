"""The days of a stop that comes again and again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr

from portal.directory.hours.holidays import is_holiday
from portal.directory.hours.rules import Times
from portal.directory.models.places import Calendar


@dataclass(frozen=True)
class Recurrence:
    """`rule` as in RFC 5545, counted from `first_on`. On a day of `different` there
    are other times or, if None, none."""

    rule: str
    first_on: date
    last_on: date | None
    times: Times
    on_holidays: bool
    different: Mapping[date, Times | None]
    calendar: Calendar = Calendar.FINLAND

    def days(self, first: date, last: date) -> list[date]:
        """Every day of the rule from `first` to `last`, kept or not."""
        end = min(last, self.last_on or last)
        found = rrulestr(self.rule, dtstart=midnight(self.first_on))
        return [
            day.date()
            for day in found.between(midnight(first), midnight(end), inc=True)
        ]

    def skipped(self, day: date) -> bool:
        """Whether a public holiday leaves the stop out."""
        told = day in self.different
        return not told and not self.on_holidays and is_holiday(self.calendar, day)

    def times_on(self, day: date) -> Times | None:
        """When it is there on a day of the rule; None if it does not come."""
        if self.skipped(day):
            return None
        return self.different.get(day, self.times)

    def begins(self) -> date | None:
        """The first day of the rule at or after `first_on`."""
        far = self.first_on + timedelta(days=2 * 366)
        return next(iter(self.days(self.first_on, far)), None)


def midnight(day: date) -> datetime:
    return datetime.combine(day, time())
