"""What a practice is joined with, and what it could be."""

from collections.abc import Sequence
from dataclasses import dataclass

from portal.db import tuples
from portal.links.models import Link
from portal.practices.models import KIND
from portal.search.queries import names, ranked

KINDS = ("service", "workshop", "proposal", "material")
MOST_FOUND = 5


@dataclass(frozen=True)
class Thing:
    kind: str
    id: int
    title: str
    language: str


def joined_with(practice_id: int, language: str) -> list[Thing]:
    """Those that were picked for this practice, by kind."""
    picked = tuples(
        Link.select(Link.other_kind, Link.other_id).where(
            Link.kind == KIND,
            Link.item_id == practice_id,
            Link.other_kind.in_(KINDS),
        )
    )
    return things(picked, language)


def found_by(question: str, joined: Sequence[Thing], language: str) -> list[Thing]:
    """The few of each kind that a question finds, but for those joined already."""
    if not question:
        return []
    taken = {(thing.kind, thing.id) for thing in joined}
    found = [
        (kind, item_id)
        for kind in KINDS
        for item_id in ranked(kind, question).ids[:MOST_FOUND]
    ]
    return things([pair for pair in found if pair not in taken], language)


def things(pairs: Sequence[tuple[str, int]], language: str) -> list[Thing]:
    """What these are called; what is not public has no name here."""
    return [
        Thing(kind, item_id, named[item_id].title, named[item_id].language)
        for kind in KINDS
        for ids in [[number for other, number in pairs if other == kind]]
        for named in [names(kind, ids, language) if ids else {}]
        for item_id in ids
        if item_id in named
    ]


def is_there(kind: str, item_id: int) -> bool:
    return item_id in names(kind, [item_id], "")
