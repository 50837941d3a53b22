"""What belongs to a practice and stands beside it: its steps, its authors, what it
rests on, and what it is joined with."""

from dataclasses import dataclass
from typing import Any

from portal.links.models import Link
from portal.practices.models import (
    KIND,
    PracticeAuthor,
    PracticeFile,
    PracticeReference,
    StageChange,
)
from portal.practices.queries.beside import Beside, columns
from portal.search.models import Entry
from portal.search.queries import Name, in_one_language

STAGES, AUTHORS, REFERENCES, FILES = "stage", "author", "reference", "file"
JOINED = (
    "service",
    "workshop",
    "proposal",
    "material",
    "pilot",
    "thread",
    "group",
    "open-question",
    "cost-study",
)


def stages(practice: Any) -> Any:
    return StageChange.select(
        *columns(
            STAGES,
            id=StageChange.id,
            code=StageChange.stage,
            words=StageChange.note,
            language=StageChange.language,
            at=StageChange.changed_at,
        )
    ).where(StageChange.practice == practice)


def authors(practice: Any) -> Any:
    return PracticeAuthor.select(
        *columns(AUTHORS, number=PracticeAuthor.organisation)
    ).where(PracticeAuthor.practice == practice)


def references(practice: Any) -> Any:
    """Their position stands in the place of an id, their year is the number."""
    return PracticeReference.select(
        *columns(
            REFERENCES,
            id=PracticeReference.position,
            title=PracticeReference.title,
            words=PracticeReference.url,
            language=PracticeReference.language,
            number=PracticeReference.year,
        )
    ).where(PracticeReference.practice == practice)


@dataclass(frozen=True)
class File:
    """What a practice's page tells of a file; `size` is in bytes."""

    id: int
    title: str
    language: str
    media_type: str
    size: int


def files(practice: Any) -> Any:
    return PracticeFile.select(
        *columns(
            FILES,
            id=PracticeFile.id,
            code=PracticeFile.media_type,
            title=PracticeFile.title,
            language=PracticeFile.language,
            number=PracticeFile.size,
        )
    ).where(PracticeFile.practice == practice)


def file(one: Beside) -> File:
    return File(one.id, one.title, one.language, one.code, one.number or 0)


def ahead(practice: Any) -> Any:
    return joined(
        (Link.kind == KIND) & (Link.item_id == practice),
        (Entry.kind == Link.other_kind) & (Entry.item_id == Link.other_id),
    )


def back(practice: Any) -> Any:
    return joined(
        (Link.other_kind == KIND) & (Link.other_id == practice),
        (Entry.kind == Link.kind) & (Entry.item_id == Link.item_id),
    )


def joined(these: Any, other: Any) -> Any:
    return (
        Link.select(
            *columns(
                Entry.kind,
                id=Entry.item_id,
                title=Entry.title,
                words=Entry.slug,
                language=Entry.language,
            )
        )
        .join(Entry, on=other)
        .where(these, Entry.kind.in_(JOINED))
    )


def names(
    entries: list[Beside], language: str, ids: list[int] | None = None
) -> list[Name]:
    """What these are called, in this language where they have it: in the order of the
    ids, or by their names."""
    found = in_one_language(
        (Name(one.id, one.language, one.words, one.title) for one in entries), language
    )
    if ids is not None:
        return [found[key] for key in ids if key in found]
    return sorted(found.values(), key=lambda name: name.title.casefold())
