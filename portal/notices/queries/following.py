"""Who follows what."""

from collections.abc import Sequence

from portal.db import tuples
from portal.notices.models import Follow


def followers(kind: str, item_id: int) -> list[str]:
    """The keys of those who follow a thing."""
    this = (Follow.kind == kind) & (Follow.item_id == item_id)
    found = tuples(Follow.select(Follow.recipient).where(this).order_by(Follow.id))
    return [key for (key,) in found]


def follows(keys: Sequence[str], kind: str, item_id: int) -> bool:
    """Whether one of these keys follows the thing."""
    return (
        Follow.select(Follow.id)
        .where(
            Follow.recipient.in_(list(keys)),
            Follow.kind == kind,
            Follow.item_id == item_id,
        )
        .exists()
    )


def followed(keys: Sequence[str]) -> list[tuple[str, int]]:
    """What these keys follow, the newest first, as kind and id."""
    found = (
        Follow.select(Follow.kind, Follow.item_id)
        .where(Follow.recipient.in_(list(keys)))
        .order_by(Follow.id.desc())
    )
    return list(dict.fromkeys(tuples(found)))
