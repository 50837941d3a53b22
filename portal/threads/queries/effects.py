"""How it went, as others may read it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.accounts.models import Voice
from portal.db import local_day
from portal.practices.models import TalkState
from portal.practices.tally import Sums, Told, sums
from portal.screening.screen import tells_danger
from portal.threads.models import Effect, Thread, Went


@dataclass(frozen=True)
class Said:
    """A text without who wrote it, whether it changed for them, or the day."""

    id: int
    body: str
    language: str
    voice: Voice
    month: date


@dataclass(frozen=True)
class Effects:
    said: list[Said]
    sums: Sums[Went]


@dataclass(frozen=True)
class Own:
    """What the visitor has told, known by its code."""

    row: Any
    mine = True

    @property
    def worries(self) -> bool:
        """Whether it waits and tells of danger."""
        return self.row.state is TalkState.WAITING and tells_danger(self.row.body)


def effects(thread_id: int) -> Effects:
    """What is public of a thread, newest first. One statement."""
    people: Counter[Went] = Counter()
    found: list[Said] = []
    of_thread = Effect.select().where(Effect.thread == thread_id)
    for row in of_thread.order_by(Effect.written_at.desc(), Effect.id.desc()):
        if row.counted:
            people[row.counted] += 1
        if row.state is TalkState.PUBLISHED:
            month = local_day(row.written_at).replace(day=1)
            found.append(Said(row.id, row.body, row.language, row.voice, month))
    return Effects(found, sums(people, Went))


def told_of(thread_id: int) -> list[Told]:
    """One statement."""
    return [
        Told(
            1,
            row.went if row.state is TalkState.PUBLISHED else None,
            1 if row.counted else 0,
            row.counted,
        )
        for row in Effect.select().where(Effect.thread == thread_id)
    ]


def told_by(thread_id: int, user_id: int) -> str:
    """The code of what somebody with an account has told of a thread."""
    these = (Effect.thread == thread_id) & (Effect.author == user_id)
    return Effect.select(Effect.code).where(these).scalar() or ""


def own_effect(slug: str, code: str, user_id: int | None) -> Own | None:
    """What has this code; of somebody with an account, for them only."""
    row = (
        Effect.select()
        .join(Thread)
        .where(Thread.slug == slug, Effect.code == code)
        .get_or_none()
    )
    is_mine = row is not None and row.author in {None, user_id}
    return Own(row) if is_mine else None
