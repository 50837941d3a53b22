"""Noting what has been seen: it needs no mail any more."""

from collections.abc import Sequence

from peewee import Expression, fn

from portal.db import now
from portal.notices.models import Notice


def mark_seen(keys: Sequence[str], kind: str, item_id: int) -> None:
    """These persons have seen the page of the thing."""
    _mark(keys, (Notice.kind == kind) & (Notice.item_id == item_id))


def mark_all_seen(keys: Sequence[str], newest: int) -> None:
    """These persons have seen everything up to the notice with the id `newest`."""
    _mark(keys, Notice.id <= newest)


def _mark(keys: Sequence[str], which: Expression) -> None:
    moment = now()
    Notice.update(
        seen_at=moment, mailed_at=fn.COALESCE(Notice.mailed_at, moment)
    ).where(Notice.recipient.in_(list(keys)), Notice.seen_at.is_null(), which).execute()
