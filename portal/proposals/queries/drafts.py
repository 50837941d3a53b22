"""What somebody has begun to write, and what stands beside it."""

from collections.abc import Iterable
from dataclasses import dataclass

from portal.proposals.models import Attachment, Draft
from portal.search.queries import names, ranked
from portal.workshops.models import Participant

LINKED = ("service", "practice")
"""The kinds of things that a proposal can be joined with by its author."""
MOST_FOUND = 5

Linked = tuple[str, int]


@dataclass(frozen=True)
class Thing:
    """A service or a practice, and whether the draft is joined with it."""

    kind: str
    id: int
    title: str
    slug: str
    language: str
    joined: bool


def draft_of(me: Participant | None) -> Draft | None:
    return Draft.get_or_none(Draft.participant == me) if me else None


def links_of(draft: Draft) -> list[Linked]:
    pairs = [link.partition(":") for link in draft.links.split()]
    return [(kind, int(number)) for kind, _colon, number in pairs]


def joined_things(draft: Draft, language: str) -> list[Thing]:
    return things(links_of(draft), language, joined=True)


def findable(question: str, draft: Draft, language: str) -> list[Thing]:
    """The few services and practices that a question finds, which are not joined."""
    taken = set(links_of(draft))
    found = [
        (kind, item_id)
        for kind in LINKED
        for item_id in ranked(kind, question).ids[:MOST_FOUND]
        if (kind, item_id) not in taken
    ]
    return things(found, language, joined=False)


def things(links: Iterable[Linked], language: str, *, joined: bool) -> list[Thing]:
    """What these are called; one that is no longer there has no name."""
    wanted: dict[str, list[int]] = {kind: [] for kind in LINKED}
    for kind, item_id in links:
        wanted[kind].append(item_id)
    return [
        Thing(kind, item_id, name.title, name.slug, name.language, joined)
        for kind, ids in wanted.items()
        if ids
        for found in [names(kind, ids, language)]
        for item_id in ids
        if (name := found.get(item_id))
    ]


def is_there(kind: str, item_id: int) -> bool:
    return kind in LINKED and bool(names(kind, [item_id], ""))


def picture_of_draft(draft: Draft) -> Attachment | None:
    """What is told of its picture, without the picture."""
    return described(Attachment.draft == draft.id)


def picture_of(proposal_id: int) -> Attachment | None:
    return described(Attachment.proposal == proposal_id)


def described(which: object) -> Attachment | None:
    columns = (
        Attachment.id,
        Attachment.width,
        Attachment.height,
        Attachment.description,
        Attachment.proposal,
        Attachment.draft,
    )
    return Attachment.select(*columns).where(which).first()
