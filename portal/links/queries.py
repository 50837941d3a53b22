"""What belongs with what."""

from peewee import ModelCompoundSelectQuery

from portal.links.models import Link


def linked(kind: str, item_id: int, other_kind: str) -> ModelCompoundSelectQuery:
    """The ids of things of `other_kind` joined with this one, either way round."""
    ahead = Link.select(Link.other_id).where(
        Link.kind == kind, Link.item_id == item_id, Link.other_kind == other_kind
    )
    back = Link.select(Link.item_id).where(
        Link.other_kind == kind, Link.other_id == item_id, Link.kind == other_kind
    )
    return ahead | back
