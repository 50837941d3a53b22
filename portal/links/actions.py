"""Joining things."""

from portal.db import bump
from portal.links.models import Link

CHANGES = "links"


def join(kind: str, item_id: int, other_kind: str, other_id: int) -> None:
    """Join two things; joining them again changes nothing."""
    bump(CHANGES)
    Link.insert(
        kind=kind, item_id=item_id, other_kind=other_kind, other_id=other_id
    ).on_conflict_ignore().execute()


def part(kind: str, item_id: int, other_kind: str, other_id: int) -> None:
    """Take two things apart again, whether they were joined or not."""
    bump(CHANGES)
    Link.delete().where(
        Link.kind == kind,
        Link.item_id == item_id,
        Link.other_kind == other_kind,
        Link.other_id == other_id,
    ).execute()
