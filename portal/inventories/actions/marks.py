"""Saying what is to become of the way an area does something."""

from portal.accounts.models import User
from portal.db import bump, database, now, upsert
from portal.inventories.models import (
    CHANGES,
    InventoryAnswer,
    InventoryMark,
    Verdict,
)
from portal.inventories.queries.answers import seen_mark


def set_mark(  # noqa: PLR0913  what a mark is made of
    row: InventoryAnswer,
    verdict: Verdict | None,
    reason: str,
    *,
    language: str,
    by: User | None,
    seen: str | None = None,
) -> bool:
    """Mark an answer, or take its mark away. False if it was marked otherwise since
    `seen`: then nothing is saved."""
    with database.atomic():
        bump(CHANGES)
        there = InventoryMark.get_or_none(InventoryMark.answer == row.id)
        if is_so(row, there, verdict, reason):
            return True
        if seen is not None and seen_mark(there) != seen:
            return False
        if verdict is None:
            InventoryMark.delete().where(InventoryMark.answer == row.id).execute()
            return True
        upsert(
            InventoryMark,
            {"answer": row.id},
            verdict=verdict,
            reason=reason,
            language=language,
            marked_by=by,
            marked_at=now(),
        )
    return True


def is_so(
    row: InventoryAnswer,
    there: InventoryMark | None,
    verdict: Verdict | None,
    reason: str,
) -> bool:
    """Whether it is marked like this, as it is answered now."""
    if there is None:
        return verdict is None
    as_before = (there.verdict, there.reason) == (verdict, reason)
    return as_before and bool(there.marked_at >= row.answered_at)
