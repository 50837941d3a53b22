"""Telling moderators, once a day at most, that texts wait for them."""

from collections.abc import Sequence
from datetime import timedelta

from flask import url_for
from flask_babel import ngettext

from portal.accounts.models import Grant, User
from portal.db import now, today, tuples
from portal.moderation.models import Case, Cause
from portal.notices import events
from portal.notices.actions import tell
from portal.notices.events import Told, facts
from portal.notices.models import Notice, Topic
from portal.notices.recipients import user_key
from portal.permissions import Role

QUEUE = "queue"
THE_QUEUE = 1
"""There is only one."""
LONG_HOURS = 24


def register() -> None:
    events.register("queue-waits", Topic.DUTIES, told)


def tell_of_queue() -> int:
    """Tell of texts that have waited for a day, and of appeals. Returns how many wait
    so."""
    long_ago = Case.opened_at < now() - timedelta(hours=LONG_HOURS)
    appeal = Case.cause == Cause.APPEALED
    waiting = Case.decided_at.is_null() & (long_ago | appeal)
    cases = Case.select().where(waiting).count()
    appeals = Case.select().where(waiting & appeal).count()
    if cases:
        tell(
            map(user_key, moderators()),
            "queue-waits",
            QUEUE,
            THE_QUEUE,
            happening=f"queue:{today().isoformat()}",
            cases=cases,
            appeals=appeals,
        )
    return int(cases)


def moderators() -> list[int]:
    theirs = (Grant.role == Role.MODERATOR) & User.active
    found = Grant.select(User.id).join(User).where(theirs).order_by(User.id)
    return [user for (user,) in tuples(found)]


def told(notices: Sequence[Notice]) -> dict[int, Told]:
    return {
        notice.id: Told(says(**facts(notice)), url_for("moderation.queue"))
        for notice in notices
    }


def says(cases: int, appeals: int) -> str:
    words = ngettext(
        "%(num)s text waits for a moderator.",
        "%(num)s texts wait for a moderator.",
        cases,
    )
    if not appeals:
        return words
    among = ngettext(
        "%(num)s of them is an appeal.", "%(num)s of them are appeals.", appeals
    )
    return f"{words} {among}"
