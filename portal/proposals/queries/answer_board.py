"""The answers of a workshop: what waits, what is promised, what is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from peewee import JOIN

from portal.accounts.models import Voice
from portal.db import rows, today, tuples
from portal.proposals.models import Answer, Proposal, State, Verdict
from portal.proposals.queries.answers import Answered, answers_of
from portal.workshops.models import Workshop


class Stage(StrEnum):
    WAITING = "waiting"
    PROMISED = "promised"
    DONE = "done"
    NOT = "not"


@dataclass(frozen=True)
class Standing:
    """Where a proposal stands. `due` is the day of what is still to come: of the
    answer itself, or of what it promises."""

    id: int
    stage: Stage
    due: date | None

    @property
    def late(self) -> bool:
        return self.due is not None and self.due < today()


@dataclass(frozen=True)
class Row:
    id: int
    suggestion: str
    language: str
    voice: Voice


@dataclass(frozen=True)
class Line:
    """A proposal with its answer."""

    standing: Standing
    proposal: Row
    answer: Answered | None


def standings(workshop: Workshop) -> list[Standing]:
    """Those on the board by stage; in each, what is due first comes first."""
    order = list(Stage)
    columns = (Proposal.id, Answer.verdict, Answer.starts_on, Answer.done_on)
    found = tuples(
        Proposal.select(*columns)
        .join(Answer, JOIN.LEFT_OUTER)
        .where(Proposal.workshop == workshop.id, Proposal.state == State.PUBLISHED)
    )
    return sorted(
        (standing(workshop, *row) for row in found),
        key=lambda one: (order.index(one.stage), one.due or date.max, one.id),
    )


def standing(
    workshop: Workshop,
    number: int,
    verdict: Verdict | None,
    starts_on: date | None,
    done_on: date | None,
) -> Standing:
    if verdict is None:
        return Standing(number, Stage.WAITING, workshop.answer_until)
    if verdict is Verdict.WILL_NOT:
        return Standing(number, Stage.NOT, None)
    if done_on:
        return Standing(number, Stage.DONE, None)
    return Standing(number, Stage.PROMISED, starts_on)


def lines(found: Sequence[Standing], language: str) -> list[Line]:
    """These with their words and answers, in the order given."""
    numbers = [one.id for one in found]
    columns = (Proposal.id, Proposal.suggestion, Proposal.language, Proposal.voice)
    words = rows(Proposal.select(*columns).where(Proposal.id.in_(numbers)), Row)
    by_number = {row.id: row for row in words}
    answers = answers_of(numbers, language)
    return [Line(one, by_number[one.id], answers.get(one.id)) for one in found]
