"""When a stop comes: its rule as what people choose, its days that differ as lines."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from portal.directory.hours import Different
from portal.directory.hours.rules import Times, days_from
from portal.upkeep.timetables.reading import DASHES, Line, Unread, read, spans
from portal.upkeep.timetables.writing import clock, lines

DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
# How often, and what a rule says for it: every so many weeks, or the first, second …
# and last of such weekdays in a month.
WEEKS = {"week-1": 1, "week-2": 2, "week-3": 3, "week-4": 4}
OF_A_MONTH = {"month-1": 1, "month-2": 2, "month-3": 3, "month-4": 4, "month-last": -1}
NUMBERED = re.compile(r"(-?\d)([A-Z]{2})")
MOST_DAYS = 400


def chosen(rule: str, first_on: date) -> tuple[str, list[str]]:
    """How often and on which weekdays a rule holds; one that says more than can be
    chosen is given whole, with no weekdays."""
    told = dict(part.split("=", 1) for part in rule.split(";"))
    frequency, on = told.pop("FREQ", ""), told.pop("BYDAY", "")
    times = told.pop("INTERVAL", "1")
    named = [day for day in on.lower().split(",") if day in DAYS]
    if frequency == "WEEKLY" and not told and f"week-{times}" in WEEKS:
        if not on:
            return f"week-{times}", [DAYS[first_on.weekday()]]
        if len(named) == len(on.split(",")):
            return f"week-{times}", in_order(named)
    found = [NUMBERED.fullmatch(day) for day in on.split(",")]
    if frequency == "MONTHLY" and not told and times == "1" and all(found):
        numbers = {int(day[1]) for day in found if day}
        often = [name for name, number in OF_A_MONTH.items() if {number} == numbers]
        if often:
            return often[0], in_order(day[2].lower() for day in found if day)
    return rule, []


def rule_of(every: str, days: Iterable[str]) -> str:
    """The rule as in RFC 5545."""
    named = [day.upper() for day in in_order(days)]
    if every in WEEKS:
        often = "" if WEEKS[every] == 1 else f";INTERVAL={WEEKS[every]}"
        return f"FREQ=WEEKLY{often};BYDAY={','.join(named)}"
    if every in OF_A_MONTH:
        number = OF_A_MONTH[every]
        return f"FREQ=MONTHLY;BYDAY={','.join(f'{number}{day}' for day in named)}"
    return every


def in_order(days: Iterable[str]) -> list[str]:
    return sorted(set(days), key=DAYS.index)


def times(typed: str) -> Times:
    """Minutes of `9-11.30`. Raises Unread."""
    line = Line(DASHES.sub("-", " ".join(typed.casefold().split())))
    found = list(spans(line))
    if len(found) != 1 or line.rest.strip():
        raise Unread("no-times", typed)
    return found[0]


def times_line(opens: int, closes: int) -> str:
    return f"{clock(opens)}-{clock(closes)}"


def different_days(typed: str) -> dict[date, Times | None]:
    """Each day that differs, with its times or None. Where two lines tell of one day,
    the one of fewer days holds. Raises Unread."""
    weekly, different = read(typed)
    if weekly:
        raise Unread("only-dates", line=line_of_weekdays(typed))
    found: dict[date, Times | None] = {}
    for told in sorted(different, key=lambda one: one.length, reverse=True):
        length = told.length.days + 1
        if length + len(found) > MOST_DAYS:
            raise Unread("too-many-days", line=1)
        span = None
        if told.opens is not None and told.closes is not None:
            span = told.opens, told.closes
        found |= dict.fromkeys(days_from(told.first_on, length), span)
    return dict(sorted(found.items()))


def line_of_weekdays(typed: str) -> int:
    written = enumerate(typed.splitlines(), start=1)
    return next(number for number, line in written if read(line)[0])


def different_lines(days: dict[date, Times | None], language: str) -> str:
    """A line for each run of days with the same times."""
    runs: list[Different] = []
    for day, span in sorted(days.items()):
        one = Different(day, day, *(span or ()))
        before = runs[-1] if runs else None
        follows = before and day - before.last_on == timedelta(days=1)
        if (
            before
            and follows
            and (before.opens, before.closes) == (one.opens, one.closes)
        ):
            runs[-1] = replace(before, last_on=day)
        else:
            runs.append(one)
    return lines([], runs, language)
