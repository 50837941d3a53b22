"""What is said of stops: how often they come, on which days, and when next."""

from datetime import timedelta

from babel.lists import format_list
from flask_babel import get_locale
from flask_babel import lazy_gettext as _l

from portal.db import today
from portal.directory.hours.labels import short_date, span
from portal.directory.hours.recurrence import Recurrence
from portal.upkeep.timetables.stops import DAYS

EVERY = {
    "week-1": _l("Every week"),
    "week-2": _l("Every second week"),
    "week-3": _l("Every third week"),
    "week-4": _l("Every fourth week"),
    "month-1": _l("The first of the month"),
    "month-2": _l("The second of the month"),
    "month-3": _l("The third of the month"),
    "month-4": _l("The fourth of the month"),
    "month-last": _l("The last of the month"),
}
STOP_LABELS = {
    "area": _l("Area"),
    "every": _l("How often"),
    "days": _l("Weekdays"),
    "first_on": _l("The first day"),
    "last_on": _l("The last day"),
    "times": _l("From when to when"),
    "different": _l("Days that differ"),
    "on_holidays": _l("Comes on public holidays too"),
    "spot": _l("Where it stops"),
    "note": _l("How to find it"),
}
SHOWN = 4
DAYS_AHEAD = 400


def weekday(code: str) -> str:
    names = get_locale().days["stand-alone"]["wide"]
    return str(names[DAYS.index(code)])


def weekdays(codes: str) -> str:
    """`Tuesday and Thursday`."""
    named = [weekday(code) for code in codes.split()]
    return str(format_list(named, locale=get_locale()))


def comings(recurrence: Recurrence) -> list[str]:
    """The next days on which it comes: `Tue 1 December 9–11`."""
    first = max(today(), recurrence.first_on)
    days = recurrence.days(first, first + timedelta(days=DAYS_AHEAD))
    times = ((day, recurrence.times_on(day)) for day in days)
    kept = [f"{short_date(day)} {span(*pair)}" for day, pair in times if pair]
    return kept[:SHOWN]
