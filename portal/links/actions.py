"""Joining things."""

from portal.links.models import Link


def join(kind: str, item_id: int, other_kind: str, other_id: int) -> None:
    """Join two things; joining them again changes nothing."""
    Link.insert(
        kind=kind, item_id=item_id, other_kind=other_kind, other_id=other_id
    ).on_conflict_ignore().execute()
