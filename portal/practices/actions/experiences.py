"""Telling what one has lived through, and what becomes of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from portal.accounts.models import User, Voice
from portal.db import bump, database, now
from portal.errors import Refused
from portal.moderation.actions import close_case
from portal.practices.actions import talk
from portal.practices.actions.talk import Sort
from portal.practices.models import (
    CHANGES,
    EXPERIENCE,
    Experience,
    Lived,
    Practice,
    TalkState,
)
from portal.practices.queries.experiences import told_of
from portal.practices.tally import may_be_counted


@dataclass(frozen=True)
class Telling:
    """`people` are those of a panel, or the one who tells."""

    verdict: Lived
    helped: str
    hurt: str
    language: str
    voice: Voice
    people: int = 1


def tell(practice: Practice, author: User, told: Telling, sent: str = "") -> Experience:
    """Tell for oneself, or with the word of a form for a panel. Who has told before
    changes that, which then waits for a moderator anew."""
    submission = sent or f"own-{practice.id}-{author.id}"
    with database.atomic():
        bump(CHANGES)
        before = Experience.get_or_none(Experience.submission == submission)
        if before:
            if not sent:
                reword(before.id, told)
            return before
        made = Experience.create(
            practice=practice.id, author=author, submission=submission, **vars(told)
        )
        row = Experience.get_by_id(made.id)
        talk.let_read(SORT, row)
    return row


def reword(number: int, told: Telling) -> None:
    """Tell otherwise; how many people a panel has stays. What was public waits."""
    with database.atomic():
        row = talk.held(SORT, number)
        need_not_hidden(row)
        values = {**vars(told), "people": row.people}
        kept = row.state in {TalkState.WAITING, TalkState.PUBLISHED}
        if kept and all(getattr(row, name) == one for name, one in values.items()):
            return
        values |= {"state": TalkState.WAITING, "written_at": now()}
        talk.change(SORT, row, **values)
        talk.let_read(SORT, Experience.get_by_id(number))


def set_withdrawn(number: int, *, wanted: bool) -> None:
    """Take it back at any time, or let it wait again."""
    with database.atomic():
        row = talk.held(SORT, number)
        if wanted is (row.state is TalkState.WITHDRAWN):
            return
        need_not_hidden(row)
        if wanted:
            close_case(EXPERIENCE, number)
            talk.change(SORT, row, state=TalkState.WITHDRAWN)
            return
        talk.need_words(SORT, row)
        talk.change(SORT, row, state=TalkState.WAITING)
        talk.let_read(SORT, row)


def need_not_hidden(row: Experience) -> None:
    if row.state is TalkState.HIDDEN:
        raise Refused(
            _("This is not shown. You can ask for another look at “Your texts”.")
        )


def publish_all(numbers: Sequence[int]) -> None:
    for number in numbers:
        talk.publish(SORT, number)


def read(row: Any) -> dict[str, str]:
    return {"helped": row.helped, "hurt": row.hurt}


def count(row: Any) -> None:
    """Count all that is told of a practice, if enough people have moved since."""
    if not may_be_counted(told_of(row.practice_id)):
        return
    public = Experience.state == TalkState.PUBLISHED
    this = Experience.practice == row.practice_id
    Experience.update(
        counted=Experience.verdict, counted_people=Experience.people
    ).where(this, public).execute()
    Experience.update(counted=None, counted_people=0).where(this, ~public).execute()


SORT = Sort(
    kind=EXPERIENCE,
    model=Experience,
    words=("helped", "hurt"),
    states=TalkState,
    public=TalkState.PUBLISHED,
    read=read,
    tell=count,
    take_back=count,
)
