"""Moderators who look after themselves."""

from portal.accounts.models import User
from portal.db import database, now, today, upsert
from portal.moderation.models import Care, CareNote


def take_pause(user: User) -> None:
    with database.atomic():
        upsert(Care, {"user": user.id}, paused_at=now())


def set_spared(user: User, *, wanted: bool) -> None:
    """Spare them heavy cases for the rest of the day, or no longer."""
    with database.atomic():
        upsert(Care, {"user": user.id}, spared_until=today() if wanted else None)


def write_note(user: User, words: str) -> None:
    with database.atomic():
        CareNote.create(user=user.id, words=words)


def delete_note(user: User, note_id: int) -> bool:
    """False where they have no such note."""
    own = (CareNote.id == note_id) & (CareNote.user == user.id)
    with database.atomic():
        return bool(CareNote.delete().where(own).execute())
