"""The answers to a question, and who they come from."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from peewee import Case, fn

from portal.accounts.models import Grant, Voice
from portal.db import rows
from portal.moderation.queries import Verdict, verdicts
from portal.practices.models import (
    PRACTICE_ANSWER,
    Application,
    PracticeAnswer,
    PracticeQuestion,
    TalkState,
    Use,
)
from portal.practices.queries.concerned import keeping, using
from portal.practices.queries.questions import Mine


class From(StrEnum):
    """Where who answers stands to the practice."""

    KEEPER = "keeper"
    USER = "user"
    OTHER = "other"


@dataclass(frozen=True)
class Answer:
    """An answer beside its question; `by` is a `From`."""

    id: int
    author: int | None
    voice: Voice
    language: str
    body: str
    state: TalkState
    written_at: datetime
    published_at: datetime | None
    by: str

    @property
    def worries(self) -> bool:
        return Mine(self, None).worries


@dataclass(frozen=True)
class Answers:
    """Those that anybody sees, the one that was found right first, then the oldest;
    and one's own that others don't see."""

    shown: list[Answer]
    own: list[Answer]
    accepted: int | None
    decided: dict[int, Verdict]

    @property
    def worries(self) -> bool:
        return any(answer.worries for answer in self.own)


def answers(question: PracticeQuestion, me: int | None) -> Answers:
    """One statement, and one for what was decided of one's own."""
    seen = PracticeAnswer.state == TalkState.PUBLISHED
    if me is not None:
        hidden = PracticeAnswer.state != TalkState.WITHDRAWN
        seen |= (PracticeAnswer.author == me) & hidden & (PracticeAnswer.body != "")
    holds = Grant.user == PracticeAnswer.author
    practice = question.practice
    told_of_use = Application.select(Application.id).where(
        Application.practice == practice,
        Application.state == Use.IN_USE,
        Application.told_by == PracticeAnswer.author,
    )
    grants = Grant.select(Grant.id)
    keeps = fn.EXISTS(grants.where(holds, keeping(practice)))
    uses = fn.EXISTS(grants.where(holds, using(practice))) | fn.EXISTS(told_of_use)
    by = Case(
        None, [(keeps, From.KEEPER.value), (uses, From.USER.value)], From.OTHER.value
    )
    found = rows(
        PracticeAnswer.select(
            PracticeAnswer.id,
            PracticeAnswer.author,
            PracticeAnswer.voice,
            PracticeAnswer.language,
            PracticeAnswer.body,
            PracticeAnswer.state,
            PracticeAnswer.written_at,
            PracticeAnswer.published_at,
            by.alias("by"),
        )
        .where(PracticeAnswer.question == question.id, seen)
        .order_by(PracticeAnswer.published_at, PracticeAnswer.id),
        Answer,
    )
    shown = [one for one in found if one.state is TalkState.PUBLISHED]
    mine = [one for one in found if one.state is not TalkState.PUBLISHED]
    shown.sort(key=lambda one: one.id != question.accepted)
    ids = [one.id for one in mine]
    return Answers(
        shown,
        mine,
        next((one.id for one in shown if one.id == question.accepted), None),
        verdicts(PRACTICE_ANSWER, ids) if ids else {},
    )


@dataclass(frozen=True)
class Found:
    """An answer of a question, with whose it is."""

    answer: PracticeAnswer
    mine: bool
    decided: Verdict | None = None

    @property
    def is_public(self) -> bool:
        return self.answer.state is TalkState.PUBLISHED

    @property
    def worries(self) -> bool:
        return self.mine and Mine(self.answer, None).worries


def answer(
    question_id: int, number: int, me: int | None, *, sees_all: bool = False
) -> Found | None:
    """An answer that is public, one's own, or any for those who moderate."""
    row = PracticeAnswer.get_or_none(
        PracticeAnswer.id == number, PracticeAnswer.question == question_id
    )
    if row is None:
        return None
    mine = me is not None and row.author == me
    if not (mine or sees_all or row.state is TalkState.PUBLISHED):
        return None
    told = mine and row.state is not TalkState.PUBLISHED
    decided = verdicts(PRACTICE_ANSWER, [number]).get(number) if told else None
    return Found(row, mine, decided)
