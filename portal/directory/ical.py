"""Stops as an iCalendar file (RFC 5545)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vRecur

from portal.directory.hours.moments import MINUTE, ZONES
from portal.directory.hours.recurrence import Recurrence, midnight
from portal.directory.queries.outreach import Stopping

PRODUCT = "-//Verstas//Outreach//"
# Exceptions are told from a month back to two years ahead.
TOLD_BACK, TOLD_AHEAD = timedelta(days=31), timedelta(days=2 * 366)


@dataclass(frozen=True)
class Told:
    """For whom a calendar is written. `address` gives the page of a service by its
    slug."""

    name: str
    language: str
    host: str
    today: date
    address: Callable[[str], str]


def calendar(stops: Sequence[Stopping], told: Told) -> bytes:
    found = Calendar()
    found.add("prodid", f"{PRODUCT}{told.language.upper()}")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", told.name)
    for zone in sorted({zone_of(stop) for stop in stops}, key=str):
        found.add_component(summer_time(zone))
    for stop in stops:
        for event in events(stop, told.language, told.today):
            event.add("uid", f"stop-{stop.comes.id}@{told.host}")
            event.add("dtstamp", datetime.combine(told.today, time(), UTC))
            event.add("url", told.address(stop.service.slug))
            found.add_component(event)
    return bytes(found.to_ical())


def zone_of(stop: Stopping) -> ZoneInfo:
    return ZONES[stop.comes.recurrence.calendar]


def summer_time(zone: ZoneInfo) -> Timezone:
    """The clock of a zone of the European Union: forward on the last Sunday of
    March at one o'clock UTC, back on that of October."""
    winter = datetime(1996, 1, 1, tzinfo=zone).utcoffset() or timedelta(0)
    summer = winter + timedelta(hours=1)
    found = Timezone()
    found.add("tzid", str(zone))
    for part, month, day, before, after in (
        (TimezoneDaylight(), 3, 31, winter, summer),
        (TimezoneStandard(), 10, 27, summer, winter),
    ):
        jump = datetime(1996, month, day, 1) + before  # noqa: DTZ001  as clocks show
        part.add("dtstart", jump)
        part.add("rrule", {"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": "-1SU"})
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        found.add_component(part)
    return found


def events(stop: Stopping, language: str, today: date) -> list[Event]:
    """The stop as it recurs, and each day with other times than usual."""
    recurrence = stop.comes.recurrence
    first = recurrence.begins()
    if first is None:
        return []
    told = recurrence.days(
        max(first, today - TOLD_BACK), max(first, today + TOLD_AHEAD)
    )
    whole = described(stop, language)
    zone = zone_of(stop)
    rule = vRecur.from_ical(recurrence.rule)
    if recurrence.last_on:
        end = datetime.combine(recurrence.last_on, time.max, zone)
        rule["UNTIL"] = [end.astimezone(UTC).replace(microsecond=0)]
    begins = recurrence.times[0]
    add_times(whole, recurrence, first, recurrence.times)
    whole.add("rrule", rule)
    left_out = [
        moment(day, begins, zone) for day in told if not recurrence.times_on(day)
    ]
    if left_out:
        whole.add("exdate", left_out)
    found = [whole]
    for day in told:
        times = recurrence.times_on(day)
        if times and times != recurrence.times:
            other = described(stop, language)
            other.add("recurrence-id", moment(day, begins, zone))
            add_times(other, recurrence, day, times)
            found.append(other)
    return found


def described(stop: Stopping, language: str) -> Event:
    event = Event()

    def add(name: str, words: str, spoken: str) -> None:
        event.add(name, words, {} if spoken == language else {"language": spoken})

    add("summary", f"{stop.service.name}: {stop.spot.name}", stop.service.language)
    add(
        "location",
        f"{stop.spot.name}, {stop.area.labels[language]}",
        stop.spot.language,
    )
    if stop.spot.note:
        add("description", stop.spot.note, stop.spot.language)
    event.add("categories", [stop.area.labels[language]])
    return event


def add_times(
    event: Event, recurrence: Recurrence, day: date, times: tuple[int, int]
) -> None:
    zone = ZONES[recurrence.calendar]
    event.add("dtstart", moment(day, times[0], zone))
    event.add("dtend", moment(day, times[1], zone))


def moment(day: date, minute: int, zone: ZoneInfo) -> datetime:
    return (midnight(day) + minute * MINUTE).replace(tzinfo=zone)
