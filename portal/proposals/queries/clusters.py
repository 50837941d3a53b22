"""The proposals of a board as those who group them see them."""

from collections import defaultdict
from dataclasses import dataclass

from peewee import fn

from portal.accounts.models import Voice
from portal.db import rows
from portal.proposals.models import (
    Cluster,
    Merger,
    MergerPart,
    MergerState,
    Proposal,
    State,
)


@dataclass(frozen=True)
class Card:
    """One proposal to be put somewhere; `merger` is the merger its authors are being
    asked about."""

    id: int
    suggestion: str
    language: str
    voice: Voice
    cluster: int | None
    merger: int | None


@dataclass(frozen=True)
class Heap:
    """A cluster with its cards; the last one is of those in none."""

    cluster: Cluster | None
    cards: list[Card]


def heaps(workshop_id: int) -> list[Heap]:
    """Every cluster, empty ones too, in their order, and then what is in none."""
    held: dict[int | None, list[Card]] = defaultdict(list)
    for card in cards(workshop_id):
        held[card.cluster].append(card)
    found = [Heap(row, held[row.id]) for row in clusters(workshop_id)]
    return [*found, Heap(None, held[None])]


def clusters(workshop_id: int) -> list[Cluster]:
    here = (Cluster.workshop == workshop_id) & Cluster.deleted_at.is_null()
    return list(Cluster.select().where(here).order_by(Cluster.position, Cluster.id))


def deleted(workshop_id: int) -> list[Cluster]:
    """Those that can be brought back, the last deleted first."""
    here = (Cluster.workshop == workshop_id) & Cluster.deleted_at.is_null(False)
    return list(Cluster.select().where(here).order_by(Cluster.deleted_at.desc()))


def cluster(workshop_id: int, cluster_id: int) -> Cluster | None:
    """A cluster of this workshop, deleted or not."""
    this = (Cluster.id == cluster_id) & (Cluster.workshop == workshop_id)
    return Cluster.get_or_none(this)


def cards(workshop_id: int) -> list[Card]:
    """Those on the board, newest first."""
    asked = (
        MergerPart.select(fn.MAX(MergerPart.merger))
        .join(Merger)
        .where(MergerPart.proposal == Proposal.id, Merger.state == MergerState.ASKED)
    )
    query = (
        Proposal.select(
            Proposal.id,
            Proposal.suggestion,
            Proposal.language,
            Proposal.voice,
            Proposal.cluster,
            asked.alias("merger"),
        )
        .where(Proposal.workshop == workshop_id, Proposal.state == State.PUBLISHED)
        .order_by(Proposal.published_at.desc(), Proposal.id.desc())
    )
    return rows(query, Card)
