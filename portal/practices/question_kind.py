"""How questions about practices stand in the moderators' queue."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from flask import url_for
from flask_babel import lazy_gettext as _l

from portal.i18n import language
from portal.moderation import kinds
from portal.moderation.authors import OwnText
from portal.moderation.kinds import Item, Kind
from portal.practices.actions.questions import QUESTIONS
from portal.practices.actions.talk import author_of
from portal.practices.models import (
    PRACTICE_QUESTION,
    Practice,
    PracticeQuestion,
)
from portal.practices.queries.titles import titles
from portal.practices.talk_kinds import own_text, published, readable, rulings


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


def own(ids: Sequence[int]) -> dict[int, OwnText]:
    return {row.id: own_text(row, address(row)) for row in found(ids)}


def is_readable(number: int) -> bool:
    return readable(row.practice.slug for row in found([number]))


def register() -> None:
    kind = Kind(
        label=_l("Question about a practice"),
        items=items,
        public=partial(published, PracticeQuestion),
        texts=own,
        readable=is_readable,
        **rulings(QUESTIONS),
    )
    kinds.register(PRACTICE_QUESTION, kind)
