"""Telling how it went, and what becomes of it."""

import secrets
from dataclasses import dataclass
from typing import Any

from portal.accounts.models import User, Voice
from portal.db import bump, database, now
from portal.moderation.actions import close_case
from portal.practices.actions import talk
from portal.practices.actions.experiences import need_not_hidden
from portal.practices.actions.talk import Sort
from portal.practices.models import TalkState
from portal.practices.tally import may_be_counted
from portal.threads.models import CHANGES, EFFECT, Effect, Went
from portal.threads.queries.effects import told_of

ALPHABET = "23456789ABCDEFGHJKMNPQRTUVWXYZ"
CODE_LENGTH = 10


@dataclass(frozen=True)
class Telling:
    went: Went
    body: str
    language: str
    voice: Voice


def tell(thread_id: int, author: User | None, told: Telling, sent: str) -> Effect:
    """Tell for oneself. Somebody with an account who has told before changes that,
    which then waits for a moderator anew; of others each form counts once."""
    submission = f"own-{thread_id}-{author.id}" if author else sent
    with database.atomic():
        bump(CHANGES)
        before = Effect.get_or_none(Effect.submission == submission)
        if before:
            if author:
                reword(before.id, told)
            return before
        made = Effect.create(
            thread=thread_id,
            author=author,
            submission=submission,
            code=new_code(),
            **vars(told),
        )
        row = Effect.get_by_id(made.id)
        talk.let_read(SORT, row)
    return row


def new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _sign in range(CODE_LENGTH))


def reword(number: int, told: Telling) -> None:
    """Tell otherwise. What was public waits."""
    with database.atomic():
        row = held(number)
        need_not_hidden(row)
        values: dict[str, Any] = vars(told)
        kept = row.state in {TalkState.WAITING, TalkState.PUBLISHED}
        if kept and all(getattr(row, name) == one for name, one in values.items()):
            return
        values = {**values, "state": TalkState.WAITING, "written_at": now()}
        talk.change(SORT, row, **values, published_at=None)
        talk.let_read(SORT, Effect.get_by_id(number))


def set_withdrawn(number: int, *, wanted: bool) -> None:
    """Take it back at any time, or let it wait again."""
    with database.atomic():
        row = held(number)
        if wanted is (row.state is TalkState.WITHDRAWN):
            return
        need_not_hidden(row)
        if wanted:
            close_case(EFFECT, number)
            talk.change(SORT, row, state=TalkState.WITHDRAWN, published_at=None)
            return
        talk.need_words(SORT, row)
        talk.change(SORT, row, state=TalkState.WAITING)
        talk.let_read(SORT, row)


def held(number: int) -> Any:
    bump(CHANGES)
    return talk.held(SORT, number)


def count(row: Any) -> None:
    """Count all that is told of a thread, if enough people have moved since."""
    bump(CHANGES)
    if not may_be_counted(told_of(row.thread)):
        return
    public = Effect.state == TalkState.PUBLISHED
    this = Effect.thread == row.thread
    Effect.update(counted=Effect.went).where(this, public).execute()
    Effect.update(counted=None).where(this, ~public).execute()


SORT = Sort(
    kind=EFFECT,
    model=Effect,
    words=("body",),
    states=TalkState,
    public=TalkState.PUBLISHED,
    read=lambda row: {"body": row.body},
    tell=count,
    take_back=count,
)
