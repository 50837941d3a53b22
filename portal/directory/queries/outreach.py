"""Who is where: the stops of mobile services, day by day."""

from dataclasses import dataclass
from datetime import date, timedelta

from portal.directory.hours.rules import Times, days_from
from portal.directory.queries.named import Named, named
from portal.directory.queries.stops import (
    Comes,
    Spot,
    mobile_services,
    recurrences,
    spots,
)
from portal.vocabulary.queries import Word, vocabulary

# Far enough for the next two days of what comes once a month.
DAYS_AHEAD = 75


@dataclass(frozen=True)
class Stopping:
    """A stop with its words."""

    comes: Comes
    service: Named
    area: Word
    spot: Spot


@dataclass(frozen=True)
class Coming:
    """A stop on one day: when, or, where `times` is None, that it does not come.
    `holiday` is true if a public holiday is why."""

    day: date
    stop: Stopping
    times: Times | None
    holiday: bool

    @property
    def usual(self) -> Times:
        return self.stop.comes.recurrence.times

    @property
    def order(self) -> tuple[date, Times]:
        return self.day, self.times or self.usual

    @property
    def moved(self) -> bool:
        return self.times is not None and self.times != self.usual


def stops(
    language: str, first: date, last: date | None = None, area: str = ""
) -> list[Stopping]:
    """The stops that hold on any day from `first` to `last`, of all areas or one."""
    return in_words(recurrences(first, last), language, area)


def in_words(found: list[Comes], language: str, area: str = "") -> list[Stopping]:
    words = vocabulary().words
    kept = [comes for comes in found if area in {"", words[comes.area].code}]
    services = named([comes.service for comes in kept], language)
    where = spots([comes.id for comes in kept], language)
    return [
        Stopping(comes, services[comes.service], words[comes.area], where[comes.id])
        for comes in kept
        if comes.id in where
    ]


def next_stops(service: int, language: str, first: date) -> list[list[Coming]]:
    """The next two days of each stop of one service, the soonest stop first."""
    if service not in mobile_services():
        return []
    last = first + timedelta(days=DAYS_AHEAD)
    found = in_words(recurrences(first, last, service=service), language)
    each = [comings(stop, first, last)[:2] for stop in found]
    return sorted((days for days in each if days), key=lambda days: days[0].order)


def comings(stop: Stopping, first: date, last: date) -> list[Coming]:
    recurrence = stop.comes.recurrence
    return [
        Coming(day, stop, recurrence.times_on(day), recurrence.skipped(day))
        for day in recurrence.days(first, last)
    ]


def agenda(
    language: str, first: date, count: int, area: str = ""
) -> list[tuple[date, list[Coming]]]:
    """Each of these days with its stops, earliest first."""
    days: dict[date, list[Coming]] = {day: [] for day in days_from(first, count)}
    last = max(days)
    for stop in stops(language, first, last, area):
        for coming in comings(stop, first, last):
            days[coming.day].append(coming)
    return [
        (day, sorted(found, key=lambda coming: coming.order))
        for day, found in days.items()
    ]


def areas() -> list[Word]:
    """The areas in which there are stops at all, in the vocabulary's order."""
    words = vocabulary().words
    found = {comes.area for comes in recurrences(date.min)}
    return [word for key, word in words.items() if key in found]
