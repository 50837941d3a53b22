"""A board page by page: fifty of its proposals, and a few facts about all of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Any
from zlib import crc32

from peewee import JOIN, Expression, ModelSelect, fn

from portal.accounts.models import Voice
from portal.db import today, tuples
from portal.paging import pages_of
from portal.proposals.models import Cluster, Proposal, ProposalTheme, State, Support
from portal.proposals.queries.boards import Slip, slips_where
from portal.workshops.models import Participant, Workshop

ON_A_PAGE = 50
NOTHING = "0"
"""When the newest appeared on a board with nothing on it."""
PRIME = 32_749
"""The largest whose square still is a whole number for every database."""
APPEARED = fn.COALESCE(Proposal.published_at, Proposal.written_at)


class Order(StrEnum):
    SUPPORTED = "supported"
    NEWEST = "newest"
    RANDOM = "random"


@dataclass(frozen=True)
class Wanted:
    """Which of the proposals, and in which order. The cluster 0 is of those in none."""

    order: Order = Order.SUPPORTED
    theme: int | None = None
    voice: Voice | None = None
    language: str | None = None
    cluster: int | None = None

    @property
    def is_all(self) -> bool:
        chosen = (self.theme, self.voice, self.language, self.cluster)
        return all(choice is None for choice in chosen)


@dataclass(frozen=True)
class Named:
    id: int
    title: str
    language: str


@dataclass(frozen=True)
class Facts:
    """Of a whole board: how many have joined, how many proposals are on it and how
    many of them are wanted, when the newest appeared."""

    people: int
    published: int
    found: int
    newest: str
    clusters: list[Named] = field(default_factory=list)

    @cached_property
    def pages(self) -> int:
        return pages_of(self.found, ON_A_PAGE)


def facts(workshop_id: int, wanted: Wanted) -> Facts:
    """In one statement, with the clusters in their order."""
    on_board = published(workshop_id)
    people = Participant.select(fn.COUNT(Participant.id)).where(
        Participant.workshop == workshop_id
    )
    standing = (Cluster.workshop == Workshop.id) & Cluster.deleted_at.is_null()
    found = tuples(
        Workshop.select(
            people,
            counted(on_board),
            counted(on_board & which(wanted)),
            Proposal.select(fn.MAX(APPEARED)).where(on_board),
            Cluster.id,
            Cluster.title,
            Cluster.language,
        )
        .join(Cluster, JOIN.LEFT_OUTER, on=standing)
        .where(Workshop.id == workshop_id)
        .order_by(Cluster.position, Cluster.id)
    )
    joined, every, some, newest, *_first = found[0]
    clusters = [Named(*row[4:]) for row in found if row[4] is not None]
    return Facts(joined, every, some, written(newest), clusters)


def written(moment: Any) -> str:
    """As `Slip.appeared` writes it, whichever way the database gives it."""
    if moment is None:
        return NOTHING
    return (
        moment.isoformat() if isinstance(moment, datetime) else moment.replace(" ", "T")
    )


def page(
    workshop_id: int, me: Participant | None, wanted: Wanted, number: int
) -> list[Slip]:
    """One page of those wanted. In each cluster what is pinned stands first."""
    together = (Cluster.id.is_null(), Cluster.position, Cluster.id)
    these = ids(workshop_id, wanted, turns(workshop_id, me), together)
    found = slips_where(me, Proposal.id.in_(these.paginate(number, ON_A_PAGE)))
    return in_order(found, wanted.order, turns(workshop_id, me))


def top(workshop_id: int, order: Order, most: int) -> list[Slip]:
    """The first few of a board, whichever cluster they are in."""
    these = ids(workshop_id, Wanted(order), turn=1)
    return in_order(slips_where(None, Proposal.id.in_(these.limit(most))), order, 1)


def ids(
    workshop_id: int, wanted: Wanted, turn: int, together: Iterable[Any] = ()
) -> "ModelSelect[Proposal]":
    supports = Support.select(fn.COUNT(Support.id)).where(
        Support.proposal == Proposal.id
    )
    order = {
        Order.SUPPORTED: (fn.COALESCE(supports, 0).desc(), Proposal.id),
        Order.NEWEST: (APPEARED.desc(), Proposal.id.desc()),
        Order.RANDOM: (rest(rest(Proposal.id) * turn), Proposal.id),
    }[wanted.order]
    return (
        Proposal.select(Proposal.id)
        .join(Cluster, JOIN.LEFT_OUTER)
        .where(published(workshop_id), which(wanted))
        .order_by(*together, Proposal.pinned.desc(), *order)
    )


def in_order(found: list[Slip], order: Order, turn: int) -> list[Slip]:
    """The same order as in the database, without the clusters."""
    if order is Order.NEWEST:
        found = sorted(found, key=lambda slip: slip.appeared, reverse=True)
    elif order is Order.RANDOM:
        found = sorted(
            found, key=lambda slip: (slip.id % PRIME * turn % PRIME, slip.id)
        )
    else:
        found = sorted(found, key=lambda slip: (-slip.supports, slip.id))
    return sorted(found, key=lambda slip: not slip.pinned)


def rest(number: Any) -> Any:
    """What is left after dividing by the prime; to a database `%` is another sign."""
    return number - number / PRIME * PRIME


def turns(workshop_id: int, me: Participant | None) -> int:
    """What shuffles a board: for one participant always alike, for visitors alike on
    one day."""
    who = me.id if me else today()
    return 1000 + crc32(f"{workshop_id}:{who}".encode()) % (PRIME - 1000)


def published(workshop_id: int) -> Expression:
    return (Proposal.workshop == workshop_id) & (Proposal.state == State.PUBLISHED)


def counted(these: Expression) -> "ModelSelect[Proposal]":
    return Proposal.select(fn.COUNT(Proposal.id)).where(these)


def which(wanted: Wanted) -> Expression:
    these = Proposal.id > 0
    if wanted.theme is not None:
        themed = ProposalTheme.theme == wanted.theme
        these &= Proposal.id.in_(
            ProposalTheme.select(ProposalTheme.proposal).where(themed)
        )
    if wanted.voice is not None:
        these &= Proposal.voice == wanted.voice
    if wanted.language is not None:
        these &= Proposal.language == wanted.language
    if wanted.cluster is not None:
        held = Proposal.cluster == wanted.cluster
        these &= held if wanted.cluster else Proposal.cluster.is_null()
    return these
