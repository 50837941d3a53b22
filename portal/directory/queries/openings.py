"""Every opening of some days, read from the rules of all services."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from peewee import Value

from portal.db import database
from portal.directory.hours import Different, Rules, Weekly
from portal.directory.hours.holidays import is_holiday
from portal.directory.hours.moments import span
from portal.directory.hours.rules import days_from
from portal.directory.models import (
    Calendar,
    OpeningException,
    OpeningHours,
    PhoneException,
    PhoneHours,
    Place,
    Service,
    ServiceAtPlace,
)
from portal.directory.queries import hours
from portal.directory.queries.stops import is_published, recurrences

NOWHERE = 0
"""In place of the id of a place or of a stop."""


class Owner(NamedTuple):
    """Whose hours a row tells; `visit` and `place` are None if of a phone."""

    service: int
    place: int | None
    protected: bool
    calendar: str
    on_holidays: bool
    visit: int | None

    def opened(self, day: date, opens: int, closes: int) -> "Opened":
        begin, end = span(Calendar(self.calendar), day, opens, closes)
        shown = NOWHERE if self.protected else self.place
        return Opened(begin, end, self.service, shown or NOWHERE)


class Opened(NamedTuple):
    """One opening in minutes of UTC: at a place, at a stop, or, with neither, by
    phone or where the address is not shown."""

    opens: int
    closes: int
    service: int
    place: int = NOWHERE
    stop: int = NOWHERE


def visits_and_phones(first: date, last: date) -> Iterator[Opened]:
    """In two statements; whose hours a row tells stands in its first columns. Hours
    of which nothing else is told are looked at one by one, the others together."""
    days = tuple(days_from(first, (last - first).days + 1))
    different: dict[Owner, list[Different]] = defaultdict(list)
    for *owner, begins, ends, opens, closes in raw_different(first, last):
        row = Different(as_day(begins), as_day(ends), opens, closes)
        different[Owner(*owner)].append(row)
    weekly: dict[Owner, list[Weekly]] = defaultdict(list)
    for *columns, weekday, opens, closes, begins, ends, every in raw_weekly(days):
        owner = Owner(*columns)
        if owner in different or every > 1 or begins or ends:
            season = as_day(begins), as_day(ends)
            weekly[owner].append(Weekly(weekday, opens, closes, *season, every))
            continue
        on_holidays = bool(owner.on_holidays)
        for day in kept_days(owner.calendar, weekday, days, on_holidays=on_holidays):
            yield owner.opened(day, opens, closes)
    for owner in weekly.keys() | different.keys():
        rules = Rules(
            tuple(weekly.get(owner, ())),
            tuple(different.get(owner, ())),
            Calendar(owner.calendar),
            bool(owner.on_holidays),
        )
        for day in days:
            for opens, closes in rules.times(day):
                yield owner.opened(day, opens, closes)


@lru_cache(maxsize=200)
def kept_days(
    calendar: str, weekday: int, days: tuple[date, ...], *, on_holidays: bool
) -> list[date]:
    """Those of these days with this weekday on which no public holiday closes."""
    return [
        day
        for day in days
        if day.weekday() == weekday
        and (on_holidays or not is_holiday(Calendar(calendar), day))
    ]


def raw_weekly(days: tuple[date, ...]) -> Any:
    first, last = min(days), max(days)
    weekdays = {day.weekday() for day in days}

    def held(model: Any) -> Any:
        return (
            model.weekday.in_(sorted(weekdays))
            & (model.valid_from.is_null() | (model.valid_from <= last))
            & (model.valid_until.is_null() | (model.valid_until >= first))
        )

    return database.execute(both(OpeningHours, PhoneHours, hours.WEEKLY, held))


def raw_different(first: date, last: date) -> Any:
    def held(model: Any) -> Any:
        return (model.first_on <= last) & (model.last_on >= first)

    tables = OpeningException, PhoneException
    return database.execute(both(*tables, hours.DIFFERENT, held))


def both(of_visits: Any, of_phones: Any, columns: tuple[str, ...], held: Any) -> Any:
    """The rows of visits without appointment and of phones, as one statement."""
    visits = (
        of_visits.select(
            ServiceAtPlace.service,
            ServiceAtPlace.place,
            Place.protected,
            Place.calendar,
            ServiceAtPlace.on_holidays,
            ServiceAtPlace.id,
            *(getattr(of_visits, name) for name in columns),
        )
        .join(ServiceAtPlace)
        .join(Place)
        .where(
            ~ServiceAtPlace.appointment,
            held(of_visits),
            is_published(ServiceAtPlace.service),
        )
    )
    phones = (
        of_phones.select(
            Service.id,
            Value(None),
            Value(False),
            Value(Calendar.FINLAND.value),
            Service.phone_on_holidays,
            Value(None),
            *(getattr(of_phones, name) for name in columns),
        )
        .join(Service)
        .where(Service.phone != "", held(of_phones), is_published(Service.id))
    )
    return visits.union_all(phones)


def as_day(value: Any) -> Any:
    """SQLite hands a date out as it is written."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def stops(first: date, last: date) -> Iterator[Opened]:
    for stop in recurrences(first, last):
        for day in stop.recurrence.days(first, last):
            times = stop.recurrence.times_on(day)
            if times:
                begin, end = span(stop.recurrence.calendar, day, *times)
                yield Opened(begin, end, stop.service, stop=stop.id)
