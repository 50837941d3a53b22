"""All that is public of one practice, to be taken along."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from peewee import JOIN

from portal.db import rows, tuples
from portal.directory.queries.names import names
from portal.i18n import LANGUAGES
from portal.practices.expiry import has_expired
from portal.practices.models import (
    Application,
    Mark,
    MarkSort,
    MarkText,
    Practice,
    PracticeAuthor,
    PracticeReference,
    PracticeTag,
    PracticeText,
    Stage,
    StageChange,
)
from portal.practices.queries.applications import Applied, applications
from portal.practices.queries.files import FileRow, files_of
from portal.practices.queries.texts import texts_of
from portal.vocabulary.queries import Word, vocabulary

InLanguages = Mapping[str, str]


@dataclass(frozen=True)
class MarkRow:
    """A mark as it was set once."""

    sort: MarkSort
    value: str
    set_on: date
    team: InLanguages | None
    why: dict[str, str] = field(default_factory=dict)

    @property
    def expired(self) -> bool:
        return has_expired(self.set_on)


@dataclass(frozen=True)
class ReferenceRow:
    title: str
    url: str
    year: int | None
    language: str


@dataclass(frozen=True)
class StageRow:
    stage: Stage
    changed_at: datetime
    note: str
    language: str


@dataclass(frozen=True)
class Sheet:
    """A practice with its published texts by language, in our order of languages."""

    practice: Practice
    texts: dict[str, PracticeText]
    organisation: InLanguages | None
    authors: list[InLanguages]
    team: InLanguages | None
    tags: list[Word]
    marks: list[MarkRow]
    applications: list[Applied]
    references: list[ReferenceRow]
    stages: list[StageRow]
    files: list[FileRow]

    def mark(self, sort: MarkSort) -> MarkRow | None:
        return next((mark for mark in self.marks if mark.sort is sort), None)


def sheet(practice: Practice, language: str) -> Sheet | None:
    """None where nothing is published. A fixed number of statements."""
    texts = texts_of([practice.id]).get(practice.id)
    if texts is None:
        return None
    known = names()
    words = vocabulary().words
    return Sheet(
        practice=practice,
        texts={code: texts[code] for code in LANGUAGES if code in texts},
        organisation=known.organisations.get(practice.organisation),
        authors=[known.organisations[one] for one in authors(practice)],
        team=known.teams.get(practice.team),
        tags=sorted(
            (words[one] for one in tags(practice)),
            key=lambda word: list(words).index(word.id),
        ),
        marks=marks(practice),
        applications=applications(Application.practice == practice.id, language),
        references=references(practice),
        stages=stages(practice),
        files=files_of(practice.id),
    )


def authors(practice: Practice) -> list[int]:
    """The organisations beside the owner."""
    query = PracticeAuthor.select(PracticeAuthor.organisation).where(
        PracticeAuthor.practice == practice.id,
        PracticeAuthor.organisation != (practice.organisation or 0),
    )
    return [one for (one,) in tuples(query.order_by(PracticeAuthor.id))]


def tags(practice: Practice) -> list[int]:
    query = PracticeTag.select(PracticeTag.term)
    return [one for (one,) in tuples(query.where(PracticeTag.practice == practice.id))]


def marks(practice: Practice) -> list[MarkRow]:
    """The newest first."""
    teams = names().teams
    found: dict[int, MarkRow] = {}
    for key, sort, value, set_on, team, language, why in tuples(
        Mark.select(
            Mark.id,
            Mark.sort,
            Mark.value,
            Mark.set_on,
            Mark.team,
            MarkText.language,
            MarkText.why,
        )
        .join(MarkText, JOIN.LEFT_OUTER)
        .where(Mark.practice == practice.id)
        .order_by(Mark.id.desc(), MarkText.id)
    ):
        row = found.setdefault(key, MarkRow(sort, value, set_on, teams.get(team)))
        if language:
            row.why[language] = why
    return list(found.values())


def references(practice: Practice) -> list[ReferenceRow]:
    return rows(
        PracticeReference.select(
            PracticeReference.title,
            PracticeReference.url,
            PracticeReference.year,
            PracticeReference.language,
        )
        .where(PracticeReference.practice == practice.id)
        .order_by(PracticeReference.position, PracticeReference.id),
        ReferenceRow,
    )


def stages(practice: Practice) -> list[StageRow]:
    return rows(
        StageChange.select(
            StageChange.stage,
            StageChange.changed_at,
            StageChange.note,
            StageChange.language,
        )
        .where(StageChange.practice == practice.id)
        .order_by(StageChange.changed_at, StageChange.id),
        StageRow,
    )
