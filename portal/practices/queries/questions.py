"""Questions about a practice with their answers, as who looks may see them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from peewee import JOIN, Value, fn

from portal.accounts.models import Voice
from portal.db import rows
from portal.moderation.queries import Verdict, verdicts
from portal.paging import pages_of
from portal.practices.models import (
    PRACTICE_QUESTION,
    Practice,
    PracticeAnswer,
    PracticeQuestion,
    TalkState,
)
from portal.screening.screen import tells_danger

ON_A_PAGE = 20
ON_PRACTICE = 3
NOT_THERE = [TalkState.WAITING, TalkState.RETURNED, TalkState.HIDDEN]


class Answered(StrEnum):
    """Which questions are shown."""

    NO = "open"
    YES = "answered"


@dataclass(frozen=True)
class Row:
    """A public question in a list: how many answers it has, and the one that was found
    right, if any was."""

    id: int
    body: str
    language: str
    voice: Voice
    published_at: datetime
    to_users: bool
    answers: int
    accepted: str | None
    accepted_language: str | None
    every: int


@dataclass(frozen=True)
class Listed:
    """`total` are those of all pages."""

    rows: list[Row]
    total: int
    number: int = 1

    @property
    def pages(self) -> int:
        return pages_of(self.total, ON_A_PAGE)


@dataclass(frozen=True)
class Mine:
    """What somebody wrote themselves and others don't see, and what was decided."""

    row: Any
    decided: Verdict | None

    @property
    def worries(self) -> bool:
        """Whether it waits and tells of danger."""
        return self.row.state is TalkState.WAITING and tells_danger(self.row.body)


@dataclass(frozen=True)
class Found:
    """A question as the policy asks about it: whose it is, and the organisations that
    look after the practice."""

    question: PracticeQuestion
    mine: bool
    organisations: frozenset[int]
    decided: Verdict | None = None

    @property
    def id(self) -> int:
        return int(self.question.id)

    @property
    def is_public(self) -> bool:
        return self.question.state is TalkState.PUBLISHED

    @property
    def worries(self) -> bool:
        return self.mine and Mine(self.question, None).worries


def answers_of() -> Any:
    """The public answers to a question of the query around."""
    return PracticeAnswer.select(PracticeAnswer.id).where(
        PracticeAnswer.question == PracticeQuestion.id,
        PracticeAnswer.state == TalkState.PUBLISHED,
    )


def listed(
    practice_id: int, answered: Answered | None = None, number: int = 1
) -> Listed:
    """A page of what was asked, newest first. One statement, two past the last page."""
    found = _read(practice_id, answered, number, ON_A_PAGE)
    if not found and number > 1:
        number, found = 1, _read(practice_id, answered, 1, ON_A_PAGE)
    return Listed(found, found[0].every if found else 0, number)


def on_page(practice_id: int) -> Listed:
    """The newest few, and how many there are. One statement."""
    found = _read(practice_id, None, 1, ON_PRACTICE)
    return Listed(found, found[0].every if found else 0)


def _read(
    practice_id: int, answered: Answered | None, number: int, most: int
) -> list[Row]:
    accepted: Any = PracticeAnswer.alias()
    right = (accepted.id == PracticeQuestion.accepted) & (
        accepted.state == TalkState.PUBLISHED
    )
    counted = answers_of().select(fn.COUNT(PracticeAnswer.id))
    has_answers = fn.EXISTS(answers_of())
    chosen: dict[Answered | None, Any] = {
        Answered.YES: has_answers,
        Answered.NO: ~has_answers,
    }
    query = (
        PracticeQuestion.select(
            PracticeQuestion.id,
            PracticeQuestion.body,
            PracticeQuestion.language,
            PracticeQuestion.voice,
            PracticeQuestion.published_at,
            PracticeQuestion.to_users,
            counted.alias("answers"),
            accepted.body.alias("accepted"),
            accepted.language.alias("accepted_language"),
            fn.COUNT(Value(1)).over().alias("every"),
        )
        .join(accepted, JOIN.LEFT_OUTER, on=right)
        .where(
            PracticeQuestion.practice == practice_id,
            PracticeQuestion.state == TalkState.PUBLISHED,
            chosen.get(answered, True),
        )
        .order_by(PracticeQuestion.published_at.desc(), PracticeQuestion.id.desc())
        .paginate(number, most)
    )
    return rows(query, Row)


def own(practice_id: int, me: int) -> list[Mine]:
    """What somebody asked and others don't see. One statement, and one for what was
    decided where there is something."""
    mine = list(
        PracticeQuestion.select()
        .where(
            PracticeQuestion.practice == practice_id,
            PracticeQuestion.author == me,
            PracticeQuestion.state.in_(NOT_THERE),
            PracticeQuestion.body != "",
        )
        .order_by(PracticeQuestion.id.desc())
    )
    decided = verdicts(PRACTICE_QUESTION, [row.id for row in mine]) if mine else {}
    return [Mine(row, decided.get(row.id)) for row in mine]


def question(
    practice: Practice,
    number: int,
    me: int | None,
    *,
    organisations: frozenset[int] = frozenset(),
    sees_all: bool = False,
) -> Found | None:
    """A question that is public, one's own, or any for those who moderate."""
    row = PracticeQuestion.get_or_none(
        PracticeQuestion.id == number, PracticeQuestion.practice == practice.id
    )
    if row is None:
        return None
    mine = me is not None and row.author == me
    if not (mine or sees_all or row.state is TalkState.PUBLISHED):
        return None
    told = mine and row.state is not TalkState.PUBLISHED
    decided = verdicts(PRACTICE_QUESTION, [number]).get(number) if told else None
    return Found(row, mine, organisations, decided)
