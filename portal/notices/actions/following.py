"""Following a thing, and being forgotten."""

from collections.abc import Sequence

from portal.db import database
from portal.notices.models import Follow, Notice
from portal.notices.recipients import participant_key


def follow(key: str, kind: str, item_id: int, *, wanted: bool) -> None:
    """Let this person follow the thing, or not any more."""
    if wanted:
        Follow.insert(
            recipient=key, kind=kind, item_id=item_id
        ).on_conflict_ignore().execute()
    else:
        unfollow([key], kind, item_id)


def unfollow(keys: Sequence[str], kind: str, item_id: int) -> None:
    """Let none of these keys follow the thing any more."""
    this = (Follow.kind == kind) & (Follow.item_id == item_id)
    Follow.delete().where(Follow.recipient.in_(list(keys)), this).execute()


def forget_seats(ids: Sequence[int]) -> None:
    """Delete what these participants were told, by their accounts too, and what they
    followed."""
    keys = [participant_key(seat) for seat in ids]
    with database.atomic():
        Notice.delete().where(Notice.seat.in_(list(ids))).execute()
        Follow.delete().where(Follow.recipient.in_(keys)).execute()
