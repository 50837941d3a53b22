"""What search knows of proposals: the titles of those that are joined with something,
which names them on its own page."""

from collections.abc import Iterable, Iterator

from peewee import fn

from portal.links.models import Link
from portal.proposals.models import KIND, Proposal, State
from portal.search.actions import EntryDraft
from portal.workshops.models import Entry, Workshop


def entries(ids: Iterable[int] | None = None) -> Iterator[EntryDraft]:
    """These proposals, or all, where they are on a board that anybody may read, and
    joined."""
    wanted = True if ids is None else Proposal.id.in_(list(ids))
    joined = fn.EXISTS(
        Link.select(Link.id).where(Link.kind == KIND, Link.item_id == Proposal.id)
    )
    for row in (
        Proposal.select()
        .join(Workshop)
        .where(
            wanted,
            Proposal.state == State.PUBLISHED,
            Workshop.entry != Entry.INVITED,
            joined,
        )
        .order_by(Proposal.id)
    ):
        yield EntryDraft(row.id, row.language, str(row.id), row.suggestion, [])
