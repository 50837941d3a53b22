"""When sessions are, as clocks show it where the region is. Stored moments are UTC."""

from datetime import UTC, date, datetime, time

from flask_babel import get_locale
from flask_babel import gettext as _

from portal.db import LOCAL_TIME
from portal.directory.hours.labels import MINUTES_AN_HOUR, span
from portal.i18n import day as date_words


def stored(day: date, clock: time) -> datetime | None:
    """The moment in UTC, without its zone; None if clocks pass over it in spring. In
    autumn, when they show it twice, the first."""
    shown = datetime.combine(day, clock, LOCAL_TIME)
    moment = shown.astimezone(UTC)
    if moment.astimezone(LOCAL_TIME).replace(tzinfo=None) != shown.replace(tzinfo=None):
        return None
    return moment.replace(tzinfo=None)


def local(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC).astimezone(LOCAL_TIME)


def weekday_and_date(moment: datetime) -> str:
    """`Torstai 26.11.2026`, `Thursday 26 November 2026`."""
    here = local(moment).date()
    name = get_locale().days["stand-alone"]["wide"][here.weekday()].capitalize()
    return f"{name} {date_words(here)}"


def clocks(starts_at: datetime, ends_at: datetime) -> str:
    """`17–19.30`."""
    return span(*(_minute(local(moment)) for moment in (starts_at, ends_at)))


def when(starts_at: datetime, ends_at: datetime) -> str:
    """`Torstai 26.11.2026 klo 17–19`."""
    return _(
        "%(day)s at %(times)s",
        day=weekday_and_date(starts_at),
        times=clocks(starts_at, ends_at),
    )


def _minute(shown: datetime) -> int:
    return shown.hour * MINUTES_AN_HOUR + shown.minute
