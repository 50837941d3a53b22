"""What practice wants to know, and who answers it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from peewee import Expression

from portal.db import tuples
from portal.groups.models import (
    Claim,
    ClaimState,
    OpenQuestion,
    OpenQuestionState,
    OpenQuestionText,
)
from portal.groups.queries.publicity import LISTED, question_is_public
from portal.groups.queries.texts import part, with_texts

ORDER = list(OpenQuestionState)


@dataclass(frozen=True)
class Asked:
    """A question with its texts and, where somebody answers or answered it, the claim
    that was agreed to."""

    row: OpenQuestion
    texts: Mapping[str, OpenQuestionText]
    claim: Claim | None

    @property
    def id(self) -> int:
        return int(self.row.id)

    @property
    def slug(self) -> str:
        return str(self.row.slug)

    @property
    def is_listed(self) -> bool:
        return self.row.state in LISTED

    def part(self, name: str, language: str) -> tuple[str, str]:
        return part(self.texts, name, language)

    def words(self, language: str) -> tuple[str, str]:
        return self.part("words", language)


def question(slug: str) -> Asked | None:
    """Two statements."""
    return next(iter(_asked(OpenQuestion.slug == slug)), None)


def by_ids(ids: list[int]) -> dict[int, Asked]:
    return {one.id: one for one in _asked(OpenQuestion.id.in_(ids))} if ids else {}


def listing() -> list[Asked]:
    """Those on the list: open ones first, then claimed and answered ones, the newest
    first. Two statements."""
    return sorted(_asked(question_is_public()), key=_order)


def of_group(group_id: int) -> list[Asked]:
    """Those on the list that came from this group. Two statements at most."""
    return sorted(
        _asked(question_is_public() & (OpenQuestion.group == group_id)), key=_order
    )


def waiting(user_id: int | None) -> list[Asked]:
    """Those that wait for a coordinator; with a user, their own that are not on the
    list. Two statements at most."""
    if user_id is None:
        return _asked(OpenQuestion.state == OpenQuestionState.PROPOSED)
    return _asked(
        OpenQuestion.state.not_in(LISTED) & (OpenQuestion.asked_by == user_id)
    )


def claims(question_id: int, user_id: int | None) -> list[Claim]:
    """Those that somebody asked or was agreed to, the oldest first; with a user, only
    their own. One statement."""
    these = (Claim.question == question_id) & (Claim.state != ClaimState.ENDED)
    query = Claim.select().where(these).order_by(Claim.id)
    return list(query if user_id is None else query.where(Claim.claimed_by == user_id))


def concerns(asked: Asked, user_id: int) -> bool:
    """Whether they proposed it or claimed it. One statement at most."""
    claimed = (Claim.question == asked.id) & (Claim.claimed_by == user_id)
    return asked.row.asked_by == user_id or Claim.select().where(claimed).exists()


def claim(question_id: int, claim_id: int) -> Claim | None:
    found: Claim | None = Claim.get_or_none(
        (Claim.question == question_id) & (Claim.id == claim_id)
    )
    return found


def to_decide() -> tuple[int, int]:
    """How many questions and how many claims wait for a coordinator. Two statements."""
    proposed = OpenQuestion.state == OpenQuestionState.PROPOSED
    asked = Claim.state == ClaimState.ASKED
    return (
        OpenQuestion.select().where(proposed).count(),
        Claim.select().where(asked).count(),
    )


def answers() -> list[tuple[int, str]]:
    """Where on the web answers are, by the ids of their questions."""
    these = (OpenQuestion.state == OpenQuestionState.ANSWERED) & (
        OpenQuestion.answer_url != ""
    )
    return tuples(
        OpenQuestion.select(OpenQuestion.id, OpenQuestion.answer_url).where(these)
    )


def _order(one: Asked) -> tuple[int, int]:
    return ORDER.index(one.row.state), -one.id


def _asked(where: Expression) -> list[Asked]:
    found = with_texts(OpenQuestionText.question, where)
    agreed = _agreed([row.id for row, _texts in found])
    return [Asked(row, texts, agreed.get(row.id)) for row, texts in found]


def _agreed(ids: list[int]) -> dict[int, Any]:
    if not ids:
        return {}
    these = Claim.question.in_(ids) & (Claim.state == ClaimState.AGREED)
    return {row.question: row for row in Claim.select().where(these).order_by(Claim.id)}
