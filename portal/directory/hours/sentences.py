"""What hours say at a moment, in a sentence."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from portal.directory.hours.holidays import holiday_name
from portal.directory.hours.labels import MINUTES_A_DAY, MINUTES_AN_HOUR, clock
from portal.directory.hours.status import State, Status
from portal.directory.hours.timetable import Timetable
from portal.i18n import day as day_of_month
from portal.i18n import language

DAYS_A_WEEK = 7
FAR = timedelta(days=300)
NOON = time(12)
ON_WEEKDAYS = (
    _l("on Monday"),
    _l("on Tuesday"),
    _l("on Wednesday"),
    _l("on Thursday"),
    _l("on Friday"),
    _l("on Saturday"),
    _l("on Sunday"),
)
PLACE = {
    "until": _l("Open now until %(time)s"),
    "until-day": _l("Open now, closes %(day)s at %(time)s"),
    "always": _l("Open round the clock"),
    "next": _l("Opens %(day)s at %(time)s"),
    "holiday": _l("Closed today: public holiday"),
    "named-holiday": _l("Closed today: public holiday (%(name)s)"),
    "never": _l("Closed until further notice"),
}
PHONE = {
    "until": _l("Answers now until %(time)s"),
    "until-day": _l("Answers now, closes %(day)s at %(time)s"),
    "always": _l("Answers round the clock"),
    "next": _l("Answers again %(day)s at %(time)s"),
    "holiday": _l("No answer today: public holiday"),
    "named-holiday": _l("No answer today: public holiday (%(name)s)"),
    "never": _l("No answer until further notice"),
}


def open_words(times: Timetable, *, phone: bool = False) -> list[str]:
    """What the hours say at this moment, in one sentence or two."""
    status, words = times.status, PHONE if phone else PLACE
    if status.state is State.UNKNOWN:
        return [_("Times not known")]
    if status.state is State.ROUND_THE_CLOCK:
        return [str(words["always"])]
    if status.state is State.OPEN and status.changes:
        return [until(status.asked, status.changes, words)]
    return [*closed_today(times, words), opens_next(status, words)]


def until(asked: datetime, closes: datetime, words: Mapping[str, object]) -> str:
    on = (closes.date() - asked.date()).days
    midnight = closes.time() == time()
    if on == 0 or (on == 1 and closes.time() < NOON):
        shown = clock(MINUTES_A_DAY) if midnight else clock(minute_of(closes))
        return str(words["until"]) % {"time": shown}
    last = closes - timedelta(minutes=1) if midnight else closes
    shown = clock(MINUTES_A_DAY) if midnight else clock(minute_of(closes))
    values = {"day": day_words(asked.date(), last.date()), "time": shown}
    return str(words["until-day"]) % values


def closed_today(times: Timetable, words: Mapping[str, object]) -> list[str]:
    if not times.status.holiday:
        return []
    name = holiday_name(times.calendar, times.status.asked.date(), language())
    if not name:
        return [str(words["holiday"])]
    return [str(words["named-holiday"]) % {"name": name}]


def opens_next(status: Status, words: Mapping[str, object]) -> str:
    if status.changes is None:
        return str(words["never"])
    day = day_words(status.asked.date(), status.changes.date())
    if status.state is State.OUT_OF_SEASON and status.summer:
        return _("Closed for the summer, opens %(day)s", day=day)
    if status.state is State.OUT_OF_SEASON:
        return _("Closed for the season, opens %(day)s", day=day)
    return str(words["next"]) % {"day": day, "time": clock(minute_of(status.changes))}


def day_words(today: date, day: date) -> str:
    """`today`, `tomorrow`, `on Monday`, or the date."""
    ahead = (day - today).days
    if ahead == 0:
        return _("today")
    if ahead == 1:
        return _("tomorrow")
    if ahead < DAYS_A_WEEK:
        return str(ON_WEEKDAYS[day.weekday()])
    return day_of_month(day, year=day - today > FAR)


def minute_of(moment: datetime) -> int:
    return moment.hour * MINUTES_AN_HOUR + moment.minute
