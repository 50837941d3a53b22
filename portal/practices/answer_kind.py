"""How answers to questions about practices stand in the moderators' queue."""

from collections.abc import Iterable, Sequence
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from portal.db import tuples
from portal.i18n import language
from portal.moderation import kinds
from portal.moderation.authors import OwnText
from portal.moderation.kinds import Item, Kind
from portal.practices.actions.answers import ANSWERS
from portal.practices.actions.talk import author_of
from portal.practices.models import (
    PRACTICE_ANSWER,
    Practice,
    PracticeAnswer,
    PracticeQuestion,
    TalkState,
)
from portal.practices.queries.titles import titles
from portal.practices.talk_kinds import own_text, readable, rulings


def found(ids: Iterable[int]) -> list[Any]:
    """Each with its question and the practice. One statement."""
    query = (
        PracticeAnswer.select(PracticeAnswer, PracticeQuestion, Practice)
        .join(PracticeQuestion)
        .join(Practice)
    )
    return list(query.where(PracticeAnswer.id.in_(list(ids))))


def items(ids: Sequence[int]) -> dict[int, Item]:
    every = found(ids)
    names = titles([row.question.practice.id for row in every], language())
    return {
        row.id: Item(
            id=row.id,
            heading=row.body,
            paragraphs=(),
            language=row.language,
            place=names.get(practice.id, (practice.slug, ""))[0],
            url=address(row),
            voice=row.voice,
            about=(_("Answer to"), row.question.body, row.question.language),
            author=author_of(row),
        )
        for row in every
        for practice in [row.question.practice]
    }


def address(row: Any) -> str:
    return url_for(
        "practices.answer",
        slug=row.question.practice.slug,
        question_id=row.question.id,
        answer_id=row.id,
    )


def public(ids: Iterable[int]) -> set[int]:
    """Those that others can read, with the question that they answer."""
    query = (
        PracticeAnswer.select(PracticeAnswer.id)
        .join(PracticeQuestion)
        .where(
            PracticeAnswer.id.in_(list(ids)),
            PracticeAnswer.state == TalkState.PUBLISHED,
            PracticeQuestion.state == TalkState.PUBLISHED,
        )
    )
    return {number for (number,) in tuples(query)}


def own(ids: Sequence[int]) -> dict[int, OwnText]:
    return {row.id: own_text(row, address(row)) for row in found(ids)}


def is_readable(number: int) -> bool:
    return readable(row.question.practice.slug for row in found([number]))


def register() -> None:
    kind = Kind(
        label=_l("Answer about a practice"),
        items=items,
        public=public,
        texts=own,
        readable=is_readable,
        **rulings(ANSWERS),
    )
    kinds.register(PRACTICE_ANSWER, kind)
