"""Proposals as slips on a board, and how many there are."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from peewee import JOIN, Case, Expression, fn

from portal.accounts.models import Voice
from portal.db import rows, tuples
from portal.moderation.queries import Verdict as Decided
from portal.moderation.queries import verdicts
from portal.proposals.models import KIND, Answer, Proposal, State, Support, Verdict
from portal.workshops.models import Participant


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
    published_at: datetime | None
    supports: int
    supported: bool
    verdict: Verdict | None

    @property
    def appeared(self) -> tuple[str, int]:
        """Greater for what came on the board later: moderators set the order."""
        return (self.published_at or self.written_at).isoformat(), self.id


@dataclass(frozen=True)
class Mine:
    """A proposal of the visitor's own that is not on the board, and why."""

    slip: Slip
    decided: Decided | None


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
    by_me = fn.COUNT(Case(None, [(Support.participant == (me.id if me else 0), 1)]))
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
            Proposal.published_at,
            count.alias("supports"),
            by_me.converter(bool).alias("supported"),
            Answer.verdict.alias("verdict"),
        )
        .join(Support, JOIN.LEFT_OUTER)
        .switch(Proposal)
        .join(Answer, JOIN.LEFT_OUTER)
        .where(which)
        .group_by(Proposal.id, Answer.verdict)
        .order_by(Proposal.id)
    )
    return rows(query, Slip)


def counts(workshop_ids: Sequence[int]) -> dict[int, int]:
    """How many published proposals each of these workshops has."""
    found = tuples(
        Proposal.select(Proposal.workshop, fn.COUNT(Proposal.id))
        .where(
            Proposal.workshop.in_(list(workshop_ids)),
            Proposal.state == State.PUBLISHED,
        )
        .group_by(Proposal.workshop)
    )
    return defaultdict(int, found)
