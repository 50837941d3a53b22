"""The answers of a workshop: what waits, what is promised, what is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portal.accounts.models import Voice
from portal.db import rows, today
from portal.proposals.models import Proposal, State, Verdict
from portal.proposals.queries.answers import Answered, answers_of
from portal.workshops.models import Workshop


class Stage(StrEnum):
    WAITING = "waiting"
    PROMISED = "promised"
    DONE = "done"
    NOT = "not"


@dataclass(frozen=True)
class Row:
    id: int
    suggestion: str
    language: str
    voice: Voice


@dataclass(frozen=True)
class Line:
    """A proposal with its answer. `due` is the day of what is still to come: of the
    answer itself, or of what it promises."""

    proposal: Row
    answer: Answered | None
    due: date | None

    @property
    def stage(self) -> Stage:
        if self.answer is None:
            return Stage.WAITING
        if self.answer.verdict is Verdict.WILL_NOT:
            return Stage.NOT
        return Stage.DONE if self.answer.done_on else Stage.PROMISED

    @property
    def late(self) -> bool:
        return self.due is not None and self.due < today()


def lines(workshop: Workshop, language: str) -> list[Line]:
    """Those on the board by number."""
    found = rows(
        Proposal.select(
            Proposal.id, Proposal.suggestion, Proposal.language, Proposal.voice
        )
        .where(Proposal.workshop == workshop.id, Proposal.state == State.PUBLISHED)
        .order_by(Proposal.id),
        Row,
    )
    answers = answers_of([row.id for row in found], language)
    return [line(row, answers.get(row.id), workshop) for row in found]


def line(row: Row, answer: Answered | None, workshop: Workshop) -> Line:
    due = answer.waits_for if answer else workshop.answer_until
    return Line(row, answer, due)


def staged(found: Sequence[Line]) -> dict[Stage, list[Line]]:
    """By stage; in each, what is due first comes first."""
    held: dict[Stage, list[Line]] = {stage: [] for stage in Stage}
    for one in sorted(found, key=lambda one: (one.due or date.max, one.proposal.id)):
        held[one.stage].append(one)
    return held
