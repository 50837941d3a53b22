"""How questions about practices stand in the moderators' queue."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from flask import url_for
from flask_babel import lazy_gettext as _l

from portal.db import tuples
from portal.i18n import language
from portal.moderation import kinds
from portal.moderation.authors import OwnText, Standing
from portal.moderation.kinds import Item, Kind
from portal.practices.actions import talk
from portal.practices.actions.questions import QUESTIONS
from portal.practices.actions.talk import author_of
from portal.practices.models import (
    PRACTICE_QUESTION,
    Practice,
    PracticeQuestion,
    TalkState,
)
from portal.practices.queries.keeping import findable
from portal.practices.queries.titles import titles

STANDINGS = {
    TalkState.WAITING: Standing.WAITING,
    TalkState.PUBLISHED: Standing.PUBLIC,
    TalkState.RETURNED: Standing.RETURNED,
    TalkState.HIDDEN: Standing.HIDDEN,
    TalkState.WITHDRAWN: Standing.WITHDRAWN,
}
UNREAD = {TalkState.WAITING, TalkState.RETURNED}


def found(ids: Iterable[int]) -> list[Any]:
    """Each with its practice. One statement."""
    query = PracticeQuestion.select(PracticeQuestion, Practice).join(Practice)
    return list(query.where(PracticeQuestion.id.in_(list(ids))))


def items(ids: Sequence[int]) -> dict[int, Item]:
    every = found(ids)
    names = titles([row.practice.id for row in every], language())
    return {
        row.id: Item(
            id=row.id,
            heading=row.body,
            paragraphs=(),
            language=row.language,
            place=names.get(row.practice.id, (row.practice.slug, ""))[0],
            url=address(row),
            voice=row.voice,
            author=author_of(row),
        )
        for row in every
    }


def address(row: Any) -> str:
    return url_for("practices.question", slug=row.practice.slug, question_id=row.id)


def public(ids: Iterable[int]) -> set[int]:
    these = PracticeQuestion.id.in_(list(ids))
    shown = PracticeQuestion.state == TalkState.PUBLISHED
    query = PracticeQuestion.select(PracticeQuestion.id).where(these, shown)
    return {number for (number,) in tuples(query)}


def own(ids: Sequence[int]) -> dict[int, OwnText]:
    return {row.id: own_text(row, row.body, address(row)) for row in found(ids)}


def own_text(row: Any, heading: str, page: str) -> OwnText:
    over = row.state is TalkState.WITHDRAWN
    return OwnText(
        heading=heading,
        language=row.language,
        url=page,
        standing=STANDINGS[row.state],
        reword=page if heading and row.state in UNREAD else "",
        withdraw=f"{page}#own" if heading and not over else "",
    )


def readable(number: int) -> bool:
    """Whether who looks may read the practice that it is about."""
    return any(findable(row.practice.slug) is not None for row in found([number]))


def register() -> None:
    kind = Kind(
        label=_l("Question about a practice"),
        items=items,
        publish=partial(talk.publish, QUESTIONS),
        send_back=partial(talk.put_away, QUESTIONS, state="returned"),
        hide=partial(talk.put_away, QUESTIONS, state="hidden"),
        reopen=partial(talk.reopen, QUESTIONS),
        erase=partial(talk.erase, QUESTIONS),
        public=public,
        texts=own,
        readable=readable,
    )
    kinds.register(PRACTICE_QUESTION, kind)
