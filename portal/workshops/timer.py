"""A timer that everybody in the room sees: the moment when time is up is kept by the
server's clock, and pages are told how many seconds are left, so that a device whose
clock is wrong shows the same."""

from datetime import datetime, timedelta

from flask import Flask
from flask_babel import format_time

from portal.db import bump, database, now
from portal.i18n import language
from portal.workshops.models import Workshop
from portal.workshops.moments import local
from portal.workshops.queries import changes_of

SHOWN_AFTER = timedelta(minutes=10)
"""For how long it says that time is up."""


def set_timer(workshop: Workshop, minutes: int | None) -> None:
    """Start a timer anew, or take it away."""
    ends = now() + timedelta(minutes=minutes) if minutes else None
    with database.atomic():
        bump(changes_of(workshop.id))
        Workshop.update(timer_ends_at=ends).where(Workshop.id == workshop.id).execute()


def seconds_left(workshop: Workshop) -> int | None:
    """0 when time is up, None when there is no timer."""
    ends = workshop.timer_ends_at
    if ends is None or ends < now() - SHOWN_AFTER:
        return None
    return max(0, round((ends - now()).total_seconds()))


def clock(moment: datetime) -> str:
    """`18.45`, as clocks show it where the region is."""
    pattern = "H:mm" if language() == "en" else "H.mm"
    return str(format_time(local(moment), pattern, rebase=False))


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(seconds_left=seconds_left, clock=clock)
