"""Putting files beside a practice."""

from portal.attachments import Attachment
from portal.db import bump, database, now
from portal.practices.models import CHANGES, PracticeFile
from portal.practices.queries.files import taken_by

MOST_TOGETHER = 20 * 1024 * 1024
"""Bytes, of all files beside one practice."""


class NoRoom(ValueError):  # noqa: N818  said to whoever sent it
    """The files of the practice would take too much together."""

    def __init__(self, left: int) -> None:
        super().__init__(left)
        self.left = left


def add(
    practice_id: int, sent: Attachment, title: str, language: str, by: int | None
) -> int:
    """Keep a file, and tell its id. The same file once more only gets its title and
    language anew. Raises NoRoom."""
    this = (PracticeFile.practice == practice_id) & (PracticeFile.digest == sent.digest)
    with database.atomic():
        bump(CHANGES)
        if not PracticeFile.select().where(this).exists():
            left = MOST_TOGETHER - taken_by(practice_id)
            if sent.size > left:
                raise NoRoom(left)
            PracticeFile.insert(
                practice=practice_id,
                digest=sent.digest,
                name=sent.name,
                media_type=sent.media_type,
                size=sent.size,
                title=title,
                language=language,
                added_by=by,
                added_at=now(),
                content=sent.content,
            ).execute()
        else:
            PracticeFile.update(title=title, language=language).where(this).execute()
        return int(PracticeFile.select(PracticeFile.id).where(this).scalar())


def remove(practice_id: int, file_id: int) -> None:
    """Take a file away, if it is still there."""
    with database.atomic():
        bump(CHANGES)
        PracticeFile.delete().where(
            PracticeFile.practice == practice_id, PracticeFile.id == file_id
        ).execute()
