"""The files beside a practice; what they hold is read only to be sent."""

from dataclasses import dataclass
from datetime import datetime

from peewee import fn

from portal.db import rows
from portal.practices.models import PracticeFile


@dataclass(frozen=True)
class FileRow:
    id: int
    name: str
    media_type: str
    size: int
    digest: str
    title: str
    language: str
    added_at: datetime


ABOUT = (
    PracticeFile.id,
    PracticeFile.name,
    PracticeFile.media_type,
    PracticeFile.size,
    PracticeFile.digest,
    PracticeFile.title,
    PracticeFile.language,
    PracticeFile.added_at,
)


def files_of(practice_id: int) -> list[FileRow]:
    """Those added last come last."""
    return rows(
        PracticeFile.select(*ABOUT)
        .where(PracticeFile.practice == practice_id)
        .order_by(PracticeFile.id),
        FileRow,
    )


def file_of(practice_id: int, file_id: int) -> FileRow | None:
    found = rows(
        PracticeFile.select(*ABOUT).where(
            PracticeFile.practice == practice_id, PracticeFile.id == file_id
        ),
        FileRow,
    )
    return found[0] if found else None


def content(file_id: int) -> bytes:
    query = PracticeFile.select(PracticeFile.content).where(PracticeFile.id == file_id)
    return bytes(query.scalar())


def taken_by(practice_id: int) -> int:
    """Bytes that the files of a practice take together."""
    query = PracticeFile.select(fn.COALESCE(fn.SUM(PracticeFile.size), 0))
    return int(query.where(PracticeFile.practice == practice_id).scalar())
