"""What search knows of proposals: the titles of those that are joined with something,
which names them on its own page."""

from collections.abc import Iterable, Iterator

from peewee import Function, fn

from portal.db import tuples
from portal.links.models import Link
from portal.proposals.models import KIND, Proposal, State
from portal.search.actions import EntryDraft, set_all
from portal.workshops.models import Entry, Workshop


def entries(ids: Iterable[int] | None = None) -> Iterator[EntryDraft]:
    """These proposals, or all, where they are on a board that anybody may read, and
    joined."""
    wanted = True if ids is None else Proposal.id.in_(list(ids))
    for row in (
        Proposal.select()
        .join(Workshop)
        .where(
            wanted,
            Proposal.state == State.PUBLISHED,
            Workshop.entry != Entry.INVITED,
            is_joined(),
        )
        .order_by(Proposal.id)
    ):
        yield EntryDraft(row.id, row.language, str(row.id), row.suggestion, [])


def index_board(workshop_id: int) -> None:
    """Index the proposals of a workshop anew, when others may read it than before."""
    here = (Proposal.workshop == workshop_id) & is_joined()
    ids = [number for (number,) in tuples(Proposal.select(Proposal.id).where(here))]
    set_all(KIND, ids, entries(ids))


def is_joined() -> Function:
    return fn.EXISTS(
        Link.select(Link.id).where(Link.kind == KIND, Link.item_id == Proposal.id)
    )
