"""Paper cards: those printed, and those that are in."""

from dataclasses import dataclass
from datetime import datetime

from peewee import fn

from portal.db import rows, tuples
from portal.proposals.models import PaperCard, Proposal
from portal.workshops.models import Way


@dataclass(frozen=True)
class Batch:
    """Cards printed at one time, by their numbers, and how many of them are in."""

    first: int
    last: int
    printed_at: datetime
    count: int
    entered: int


def batches(workshop_id: int) -> list[Batch]:
    """Newest first."""
    found = (
        PaperCard.select(
            fn.MIN(PaperCard.id).alias("first"),
            fn.MAX(PaperCard.id).alias("last"),
            PaperCard.printed_at,
            fn.COUNT(PaperCard.id).alias("count"),
            fn.COUNT(PaperCard.proposal).alias("entered"),
        )
        .where(PaperCard.workshop == workshop_id)
        .group_by(PaperCard.printed_at)
        .order_by(fn.MAX(PaperCard.id).desc())
    )
    return rows(found, Batch)


def numbers(workshop_id: int, first: int, last: int, most: int) -> list[int]:
    """The cards of a workshop between two numbers, at most so many."""
    these = (PaperCard.workshop == workshop_id) & PaperCard.id.between(first, last)
    found = PaperCard.select(PaperCard.id).where(these).order_by(PaperCard.id)
    return [number for (number,) in tuples(found.limit(most))]


def on_paper(workshop_id: int) -> int:
    """How many proposals came on paper."""
    these = (Proposal.workshop == workshop_id) & (Proposal.way == Way.PAPER)
    return int(Proposal.select().where(these).count())
