"""What the hours of one thing say at a moment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from portal.directory.hours.moments import ZONES, local, minutes, span
from portal.directory.hours.rules import Rules, days_from

ROUND_THE_CLOCK = timedelta(days=7)
LOOKED_AT = 8
FARTHEST = 400
LONG_CLOSED = timedelta(days=7)


class State(StrEnum):
    OPEN = "open"
    ROUND_THE_CLOCK = "round-the-clock"
    CLOSED = "closed"
    OUT_OF_SEASON = "out-of-season"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Status:
    """`asked` is the moment by the local clock. `changes` is when it closes if it
    is open, else when it opens next: None if not within a year. `holiday` is true
    when it would be open today but for a public holiday."""

    state: State
    asked: datetime
    changes: datetime | None = None
    holiday: bool = False
    summer: bool = False

    @property
    def open(self) -> bool:
        return self.state in {State.OPEN, State.ROUND_THE_CLOCK}


def status(rules: Rules, moment: datetime) -> Status:
    """`moment` bears its zone; what is answered is in the zone of the rules."""
    asked = moment.astimezone(ZONES[rules.calendar])
    if not rules.told:
        return Status(State.UNKNOWN, asked)
    today, now = asked.date(), minutes(moment)
    spans = joined(spans_of(rules, today - timedelta(days=1), LOOKED_AT + 2))
    for opens, closes in spans:
        if opens <= now < closes:
            until = local(closes, rules.calendar)
            if until - asked > ROUND_THE_CLOCK:
                return Status(State.ROUND_THE_CLOCK, asked)
            return Status(State.OPEN, asked, until)
    coming = next((opens for opens, _closes in spans if opens > now), None)
    if coming is None:
        coming = first_opening(rules, today + timedelta(days=LOOKED_AT + 1))
    return closed(rules, asked, coming)


def closed(rules: Rules, asked: datetime, coming: int | None) -> Status:
    today = asked.date()
    opens = None if coming is None else local(coming, rules.calendar)
    long = opens is None or opens.date() - today >= LONG_CLOSED
    season_over = bool(rules.weekly) and not rules.in_season(today)
    shut = any(
        different.opens is None and different.length >= LONG_CLOSED
        for different in rules.special(today)
    )
    summer = long and (season_over or shut) and is_summer(today)
    away = summer or (long and season_over)
    return Status(
        State.OUT_OF_SEASON if away and opens else State.CLOSED,
        asked,
        opens,
        holiday=rules.holiday(today) and bool(rules.usual(today)),
        summer=summer,
    )


def spans_of(rules: Rules, first: date, count: int) -> Iterable[tuple[int, int]]:
    """Every opening that begins on these days, in minutes of UTC."""
    return (
        span(rules.calendar, day, opens, closes)
        for day in days_from(first, count)
        for opens, closes in rules.times(day)
    )


def joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """In order, with those that overlap or adjoin as one."""
    found: list[tuple[int, int]] = []
    for opens, closes in sorted(spans):
        if found and opens <= found[-1][1]:
            found[-1] = (found[-1][0], max(closes, found[-1][1]))
        elif opens < closes:
            found.append((opens, closes))
    return found


def first_opening(rules: Rules, first: date) -> int | None:
    for day in days_from(first, FARTHEST):
        times = rules.times(day)
        if times:
            return span(rules.calendar, day, *times[0])[0]
    return None


def is_summer(day: date) -> bool:
    june, august = 6, 8
    return june <= day.month <= august
