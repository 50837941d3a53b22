"""How hours are put in words."""

from datetime import date

from flask import Flask
from flask_babel import get_locale
from flask_babel import gettext as _

from portal.directory.hours.coming import Differs, Rarer
from portal.directory.hours.holidays import holiday_name
from portal.directory.hours.timetable import Timetable
from portal.i18n import day as day_of_month
from portal.i18n import language

MINUTES_AN_HOUR = 60
MINUTES_A_DAY = 24 * MINUTES_AN_HOUR


def clock(minute: int) -> str:
    """`9` or `9.30`; a full hour without its zeros. Minutes over 1440 are on the
    next day."""
    shown = minute - MINUTES_A_DAY if minute > MINUTES_A_DAY else minute
    hours, minutes = divmod(shown, MINUTES_AN_HOUR)
    separator = ":" if get_locale().language == "en" else "."
    return f"{hours}{separator}{minutes:02}" if minutes else str(hours)


def span(opens: int, closes: int) -> str:
    return f"{clock(opens)}–{clock(closes)}"


def days(first: int, last: int) -> str:
    """`ma–pe`, `Mon–Fri`: weekdays by number, 0 is Monday."""
    names = get_locale().days["stand-alone"]["abbreviated"]
    short = [names[number].rstrip(".") for number in (first, last)]
    return short[0] if first == last else "–".join(short)


def hours(runs: list[tuple[int, int, int, int]]) -> list[str]:
    """Weekly hours, a line for each run of days with the same hours."""
    return [f"{days(first, last)} {span(*times)}" for first, last, *times in runs]


def lines(times: Timetable) -> list[str]:
    """The usual hours, a line each."""
    return hours(times.weekly) + [rarer(found) for found in times.rarer]


def short_lines(times: Timetable) -> list[str]:
    """The same without saying in which weeks."""
    seldom = [(r.weekday, r.weekday, r.opens, r.closes) for r in times.rarer]
    return hours(sorted([*times.weekly, *seldom]))


def rarer(found: Rarer, *, clock_too: bool = True) -> str:
    """`Tue 9–12 every second week (odd weeks, next 1 December)`; without the times
    where they are shown beside it."""
    day = days(found.weekday, found.weekday)
    times = f"{day} {span(found.opens, found.closes)}" if clock_too else day
    values = {"times": times, "date": day_of_month(found.coming[0], year=False)}
    if found.every_weeks > 2:  # noqa: PLR2004
        sentence = _("%(times)s every %(number)s weeks (next %(date)s)")
        return sentence % {**values, "number": found.every_weeks}
    if found.odd is None:
        return _("%(times)s every second week (next %(date)s)", **values)
    if found.odd:
        return _("%(times)s every second week (odd weeks, next %(date)s)", **values)
    return _("%(times)s every second week (even weeks, next %(date)s)", **values)


def differs(found: Differs, times: Timetable) -> str:
    """`24–26 December: closed`, `23 December: 9–12`."""
    day = date_range(found.first, found.last)
    if found.times:
        spans = ", ".join(span(*pair) for pair in found.times)
        return _("%(days)s: %(times)s", days=day, times=spans)
    alone = found.holiday and found.first == found.last
    name = holiday_name(times.calendar, found.first, language()) if alone else ""
    if name:
        return _("%(days)s: closed (%(name)s)", days=day, name=name)
    return _("%(days)s: closed", days=day)


def weekday_date(day: date) -> str:
    """`Tiistai 1.12.`, `Tuesday 1 December`."""
    name = get_locale().days["stand-alone"]["wide"][day.weekday()].capitalize()
    return f"{name} {day_of_month(day, year=False)}"


def short_date(day: date) -> str:
    """`ti 1.12.`, `Tue 1 December`."""
    return f"{days(day.weekday(), day.weekday())} {day_of_month(day, year=False)}"


def date_range(first: date, last: date) -> str:
    """`24.–26.12.`, `24–26 December`, `24.12.–6.1.`"""
    if first == last:
        return day_of_month(first, year=False)
    end = day_of_month(last, year=False)
    if first.month == last.month:
        return f"{first.day}{'' if language() == 'en' else '.'}–{end}"
    start = day_of_month(first, year=False)
    return f"{start} – {end}" if language() == "en" else f"{start}–{end}"


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        span=span,
        hours=hours,
        lines=lines,
        short_lines=short_lines,
        short_date=short_date,
        rarer=rarer,
        weekday_date=weekday_date,
        differs=differs,
        date_range=date_range,
        holiday_name=holiday_name,
    )
