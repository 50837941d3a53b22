"""Notices that wait to be mailed: whose, and whether it is time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from peewee import JOIN, Case, Expression, Select, fn

from portal.accounts.models import User
from portal.notices.models import MailBox, Notice, Pace, Wish
from portal.notices.paces import DEFAULTS
from portal.notices.recipients import USER
from portal.notices.turns import Turn

MOST_READERS = 300
MOST_NOTICES = 2500
QUIET_FROM, QUIET_UNTIL = MailBox.quiet_from.default, MailBox.quiet_until.default

OF_A_USER = f"{USER}:"
USER_ID = Case(
    None,
    [
        (
            fn.SUBSTR(Notice.recipient, 1, len(OF_A_USER)) == OF_A_USER,
            fn.SUBSTR(Notice.recipient, len(OF_A_USER) + 1).cast("integer"),
        )
    ],
)
PACE = fn.COALESCE(
    Wish.pace,
    Case(Notice.topic, [(topic.value, pace.value) for topic, pace in DEFAULTS.items()]),
)
WAITS = Notice.mailed_at.is_null() & Notice.seen_at.is_null()


@dataclass(frozen=True)
class Reader:
    """A user who gets mail."""

    id: int
    email: str
    language: str
    created_at: datetime


@dataclass(frozen=True)
class Waiting:
    """What one reader is to be told now; `daily` and `weekly` say whether digests of
    these paces are among it."""

    reader: Reader
    notices: Sequence[Notice]
    daily: bool
    weekly: bool


def joined(*columns: Any) -> Select:
    """Notices with their user, the user's mail box and wish about the topic, where
    there are such."""
    wished = (Wish.user == User.id) & (Wish.topic == Notice.topic)
    return (
        Notice.select(*columns)
        .join(User, JOIN.LEFT_OUTER, on=User.id == USER_ID)
        .join(MailBox, JOIN.LEFT_OUTER, on=MailBox.user == User.id)
        .join(Wish, JOIN.LEFT_OUTER, on=wished)
    )


def of_no_use(turn: Turn) -> Expression:
    """A notice needs no mail: it is stale, or nobody wants to get mail of it."""
    return (
        (Notice.happened_at < turn.stale)
        | User.id.is_null()
        | ~User.active
        | MailBox.stopped_at.is_null(False)
        | (Pace.NONE.value == PACE)
    )


def quiet(hour: int) -> Expression:
    """Whether this local hour is among the quiet ones of a user, which may begin on
    one day and end on the next."""
    begins = fn.COALESCE(MailBox.quiet_from, QUIET_FROM)
    ends = fn.COALESCE(MailBox.quiet_until, QUIET_UNTIL)
    within_a_day = (begins < ends) & (begins <= hour) & (ends > hour)
    over_midnight = (begins > ends) & ((begins <= hour) | (ends > hour))
    return within_a_day | over_midnight


def is_due(turn: Turn) -> Expression:
    """A digest tells of what happened before its hour, and once in its turn."""

    def digest(pace: Pace, began: datetime, last: Any) -> Expression:
        once = last.is_null() | (last < began)
        return (pace.value == PACE) & (Notice.happened_at < began) & once

    return (
        (Pace.IMMEDIATE.value == PACE)
        | digest(Pace.DAILY, turn.day, MailBox.daily_at)
        | digest(Pace.WEEKLY, turn.week, MailBox.weekly_at)
    )


def due(turn: Turn, after: str) -> list[Waiting]:
    """Those who are to be told something now, some hundreds at once, in the order of
    their keys from the one `after` on. One statement."""
    facts = (User.id, User.email, User.language, User.created_at)
    columns = [column.alias(f"user_{column.name}") for column in facts]
    query = (
        joined(Notice, *columns, PACE.alias("pace"))
        .where(WAITS, Notice.recipient > after, ~of_no_use(turn), ~quiet(turn.hour))
        .where(is_due(turn))
        .order_by(Notice.recipient, Notice.id)
        .limit(MOST_NOTICES)
    )
    rows: list[Any] = list(query.objects())
    whole = [list(own) for _key, own in groupby(rows, lambda row: row.recipient)]
    if len(rows) == MOST_NOTICES and len(whole) > 1:
        whole.pop()
    return [waiting(own) for own in whole[:MOST_READERS]]


def waiting(rows: list[Any]) -> Waiting:
    first = rows[0]
    paces = {row.pace for row in rows}
    return Waiting(
        Reader(
            first.user_id, first.user_email, first.user_language, first.user_created_at
        ),
        rows,
        daily=Pace.DAILY in paces,
        weekly=Pace.WEEKLY in paces,
    )
