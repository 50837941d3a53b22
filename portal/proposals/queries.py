"""Proposals, as slips on the board and as pages."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from peewee import JOIN, Case, Expression, fn

from portal.accounts.models import Voice
from portal.directory.queries.names import in_language, team_names
from portal.moderation.queries import Verdict as Decided
from portal.moderation.queries import verdicts
from portal.proposals.models import (
    Answer,
    AnswerText,
    Proposal,
    State,
    Support,
    Verdict,
)
from portal.workshops.models import Participant

KIND = "proposal"


@dataclass(frozen=True)
class Slip:
    """One proposal on the board, as its visitor sees it."""

    id: int
    state: State
    voice: Voice
    language: str
    suggestion: str
    problem: str
    helps: str
    written_at: datetime
    supports: int
    supported: bool
    verdict: Verdict | None


@dataclass(frozen=True)
class Mine:
    """A proposal of the visitor's own that is not on the board, and why."""

    slip: Slip
    decided: Decided | None


@dataclass(frozen=True)
class Answered:
    """An answer in the language asked for or, marked, in another."""

    verdict: Verdict
    team: tuple[str, str] | None
    answered_on: date
    starts_on: date | None
    done_on: date | None
    reason: str
    changed: str
    language: str
    missing: bool


@dataclass(frozen=True)
class Found:
    """A proposal with what its page needs to know of it."""

    proposal: Proposal
    mine: bool

    @property
    def id(self) -> int:
        return int(self.proposal.id)

    @property
    def is_public(self) -> bool:
        return self.proposal.state is State.PUBLISHED


@dataclass(frozen=True)
class Place:
    """Where a proposal stands in the result. Equal supports share a place."""

    place: int
    tied: bool
    slip: Slip
    answer: Answered | None


def slips(workshop_id: int, me: Participant | None = None) -> list[Slip]:
    """The proposals on the board, most supported first."""
    published = (Proposal.workshop == workshop_id) & (Proposal.state == State.PUBLISHED)
    found = _slips(me, published)
    return sorted(found, key=lambda slip: (-slip.supports, slip.id))


def waiting_of(workshop_id: int, me: Participant | None) -> list[Mine]:
    """The visitor's own proposals that wait or have come back, newest first."""
    if me is None:
        return []
    own = (Proposal.author == me) & (Proposal.workshop == workshop_id)
    found = _slips(me, own & (Proposal.state != State.PUBLISHED))
    decided = verdicts(KIND, [slip.id for slip in found])
    return [Mine(slip, decided.get(slip.id)) for slip in reversed(found)]


def slip(proposal: Proposal, me: Participant | None) -> Slip:
    return _slips(me, Proposal.id == proposal.id)[0]


def _slips(me: Participant | None, which: Expression) -> list[Slip]:
    """Slips with their supports counted in the same statement."""
    count = fn.COUNT(Support.id)
    by_me = fn.COUNT(
        Case(None, [(Support.participant == (me.id if me else 0), 1)])
    )
    query = (
        Proposal.select(
            Proposal.id,
            Proposal.state,
            Proposal.voice,
            Proposal.language,
            Proposal.suggestion,
            Proposal.problem,
            Proposal.helps,
            Proposal.written_at,
            count.alias("supports"),
            by_me.alias("supported"),
            Answer.verdict.alias("verdict"),
        )
        .join(Support, JOIN.LEFT_OUTER)
        .switch(Proposal)
        .join(Answer, JOIN.LEFT_OUTER)
        .where(which)
        .group_by(Proposal.id, Answer.verdict)
        .order_by(Proposal.id)
    )
    return [Slip(*row[:9], bool(row[9]), row[10]) for row in query.tuples()]


def proposal(number: int, me_id: int | None, *, sees_all: bool) -> Found | None:
    """A proposal that the visitor may see: a published one, their own, or any for
    those who moderate."""
    found = Proposal.get_or_none(Proposal.id == number)
    if found is None:
        return None
    mine = me_id is not None and found.author == me_id
    visible = found.state is State.PUBLISHED or mine or sees_all
    return Found(found, mine) if visible else None


def workshop_of(number: int) -> int | None:
    """The id of the workshop a proposal belongs to."""
    return Proposal.select(Proposal.workshop).where(Proposal.id == number).scalar()


def by_submission(submission: str) -> Proposal | None:
    return Proposal.get_or_none(Proposal.submission == submission)


def decided(number: int) -> Decided | None:
    """What a moderator last decided of this proposal."""
    return verdicts(KIND, [number]).get(number)


def counts(workshop_ids: Sequence[int]) -> dict[int, int]:
    """How many published proposals each of these workshops has."""
    found = (
        Proposal.select(Proposal.workshop, fn.COUNT(Proposal.id))
        .where(
            Proposal.workshop.in_(list(workshop_ids)),
            Proposal.state == State.PUBLISHED,
        )
        .group_by(Proposal.workshop)
        .tuples()
    )
    return defaultdict(int, dict(found))


def places(workshop_id: int, language: str) -> list[Place]:
    """The result: most supported first, equal ones on the same place."""
    board = slips(workshop_id)
    answers = answers_of([slip.id for slip in board], language)
    found = []
    for slip_ in board:
        ahead = sum(other.supports > slip_.supports for other in board)
        level = sum(other.supports == slip_.supports for other in board)
        found.append(Place(ahead + 1, level > 1, slip_, answers.get(slip_.id)))
    return found


def answer(number: int, language: str) -> Answered | None:
    return answers_of([number], language).get(number)


def answer_texts(number: int) -> tuple[Answer, dict[str, AnswerText]] | None:
    """The answer to a proposal in every language it has."""
    found = Answer.get_or_none(Answer.proposal == number)
    if found is None:
        return None
    texts = AnswerText.select().where(AnswerText.answer == found)
    return found, {text.language: text for text in texts}


def answers_of(numbers: Sequence[int], language: str) -> dict[int, Answered]:
    teams = team_names(language)
    answers = list(Answer.select().where(Answer.proposal.in_(list(numbers))))
    texts: dict[int, dict[str, AnswerText]] = defaultdict(dict)
    for text in AnswerText.select().where(
        AnswerText.answer.in_([row.id for row in answers])
    ):
        texts[text.answer][text.language] = text
    found = {}
    for row in answers:
        text, spoken = in_language(texts[row.id], language)
        found[row.proposal] = Answered(
            row.verdict,
            teams.get(row.team),
            row.answered_on,
            row.starts_on,
            row.done_on,
            text.reason,
            text.changed,
            spoken,
            spoken != language,
        )
    return found
