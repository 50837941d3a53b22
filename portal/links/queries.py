"""What belongs with what."""

from collections import defaultdict

from portal.db import tuples
from portal.links.models import Link


def linked(kind: str, item_id: int) -> dict[str, list[int]]:
    """The ids of the things joined with this one, either way round, by kind."""
    ahead = (Link.kind == kind) & (Link.item_id == item_id)
    back = (Link.other_kind == kind) & (Link.other_id == item_id)
    found: dict[str, list[int]] = defaultdict(list)
    for one_kind, one, other_kind, other in tuples(
        Link.select(Link.kind, Link.item_id, Link.other_kind, Link.other_id).where(
            ahead | back
        )
    ):
        this_first = (one_kind, one) == (kind, item_id)
        found[other_kind if this_first else one_kind].append(
            other if this_first else one
        )
    return found
