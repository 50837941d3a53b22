"""Proposals as slips on a board, and how many there are."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from peewee import JOIN, Case, Expression, Function, fn

from portal.accounts.models import Voice
from portal.db import rows, tuples
from portal.proposals.models import (
    Answer,
    Cluster,
    Comment,
    Proposal,
    Relation,
    State,
    Support,
    Verdict,
)
from portal.workshops.models import Participant


@dataclass(frozen=True)
class Slip:
    """One proposal on the board, as its visitor sees it."""

    id: int
    state: State
    relation: Relation
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
    comments: int
    voices: tuple[Voice, ...]
    """Of one made of several: theirs."""
    cluster: int | None
    heading: str | None
    heading_language: str | None
    place: int | None
    pinned: bool

    @property
    def appeared(self) -> tuple[str, int]:
        """Greater for what came on the board later: moderators set the order."""
        return (self.published_at or self.written_at).isoformat(), self.id


@dataclass(frozen=True)
class Group:
    """Slips that stand together: under the heading of their cluster, or under none."""

    heading: str | None
    language: str | None
    slips: list[Slip]


def grouped(found: Sequence[Slip]) -> list[Group]:
    """The slips by cluster, in the order that clusters stand in and, within each, in
    the order given; those in none come last."""
    held: dict[int | None, list[Slip]] = defaultdict(list)
    for slip_ in found:
        held[slip_.cluster].append(slip_)
    loose = held.pop(None, [])
    groups = [
        Group(first.heading, first.heading_language, slips_)
        for slips_ in sorted(held.values(), key=lambda of: (of[0].place, of[0].cluster))
        for first in slips_[:1]
    ]
    return [*groups, Group(None, None, loose)] if loose else groups


def slips(workshop_id: int, me: Participant | None = None) -> list[Slip]:
    """The proposals on the board, most supported first."""
    published = (Proposal.workshop == workshop_id) & (Proposal.state == State.PUBLISHED)
    found = slips_where(me, published)
    return sorted(found, key=lambda slip: (-slip.supports, slip.id))


def slips_of(numbers: Sequence[int], me: Participant | None) -> list[Slip]:
    """These proposals, where they are on the board, by number."""
    return slips_where(
        me, Proposal.id.in_(list(numbers)) & (Proposal.state == State.PUBLISHED)
    )


def slip(proposal: Proposal, me: Participant | None) -> Slip:
    return slips_where(me, Proposal.id == proposal.id)[0]


def slips_where(me: Participant | None, which: Expression) -> list[Slip]:
    """Slips with their supports counted in the same statement."""
    count = fn.COUNT(Support.id)
    by_me = fn.COUNT(Case(None, [(Support.participant == (me.id if me else 0), 1)]))
    query = (
        Proposal.select(
            Proposal.id,
            Proposal.state,
            Proposal.relation,
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
            comments_of().alias("comments"),
            voices_of().alias("voices"),
            Cluster.id.alias("cluster"),
            Cluster.title.alias("heading"),
            Cluster.language.alias("heading_language"),
            Cluster.position.alias("place"),
            Proposal.pinned,
        )
        .join(Support, JOIN.LEFT_OUTER)
        .switch(Proposal)
        .join(Answer, JOIN.LEFT_OUTER)
        .switch(Proposal)
        .join(Cluster, JOIN.LEFT_OUTER)
        .where(which)
        .group_by(Proposal.id, Answer.verdict, Cluster.id)
        .order_by(Proposal.id)
    )
    return rows(query, Slip)


def comments_of() -> Function:
    """How many comments on a proposal anybody can read."""
    published = (Comment.proposal == Proposal.id) & (Comment.state == State.PUBLISHED)
    return fn.COALESCE(Comment.select(fn.COUNT(Comment.id)).where(published), 0)


def voices_of() -> Function:
    """The voices of the proposals that one was made of, each as a bit of a number."""
    part = Proposal.alias()
    bit = Case(None, [(part.voice == voice, 1 << n) for n, voice in enumerate(Voice)])
    bits = part.select(fn.SUM(bit.distinct())).where(part.merged_into == Proposal.id)
    return fn.COALESCE(bits, 0).converter(voices_in)


def voices_in(bits: int) -> tuple[Voice, ...]:
    return tuple(voice for n, voice in enumerate(Voice) if int(bits) >> n & 1)


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
