"""Practices as rows of a list."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from peewee import Case

from portal.db import local_day, today, tuples
from portal.directory.models import TextState
from portal.directory.queries.names import in_language
from portal.practices.expiry import has_expired
from portal.practices.headings import HEADINGS
from portal.practices.models import Evidence, Lived, Practice, PracticeText, Stage
from portal.practices.queries.shelf import shelf
from portal.practices.queries.texts import step

WRITTEN = sum(
    (Case(None, [(getattr(PracticeText, name) != "", 1)], 0) for name in HEADINGS[1:]),
    start=Case(None, [(getattr(PracticeText, HEADINGS[0]) != "", 1)], 0),
)
"""How many of the headings are written, counted where the long texts are."""
NEW_DAYS = 30


@dataclass(frozen=True)
class Row:
    """One practice in a list, in the language asked for or, marked, in another.
    `written` counts its headings, `in_use` and `on_trial` places."""

    id: int
    slug: str
    stage: Stage
    evidence: Evidence
    evidence_on: date | None
    lived: Lived
    lived_on: date | None
    published_at: datetime | None
    updated_at: datetime
    name: str
    summary: str
    written: int
    language: str
    in_use: int
    on_trial: int

    @property
    def headings(self) -> int:
        return len(HEADINGS)

    @property
    def step(self) -> int:
        """How far up the ladder of evidence, from 0 to 5."""
        return step(self.evidence)

    @property
    def evidence_expired(self) -> bool:
        return self.evidence is not Evidence.NONE and has_expired(self.evidence_on)

    @property
    def lived_expired(self) -> bool:
        return self.lived is not Lived.NOT_ASKED and has_expired(self.lived_on)

    @property
    def published_on(self) -> date | None:
        return local_day(self.published_at) if self.published_at else None

    @property
    def is_new(self) -> bool:
        day = self.published_on
        return day is not None and (today() - day).days < NEW_DAYS

    @property
    def changed_on(self) -> date | None:
        """The day of the last change after it was published."""
        day = self.published_on
        changed = local_day(self.updated_at)
        return changed if day is not None and changed > day else None


def rows_of(
    ids: Collection[int], language: str, slugs: Collection[str] = ()
) -> dict[int, Row]:
    """The public ones of these practices by their id. One statement."""
    texts: dict[int, dict[str, tuple[Any, ...]]] = defaultdict(dict)
    for practice_id, code, *facts in tuples(
        PracticeText.select(
            Practice.id,
            PracticeText.language,
            Practice.slug,
            Practice.stage,
            Practice.evidence,
            Practice.evidence_on,
            Practice.lived,
            Practice.lived_on,
            Practice.published_at,
            Practice.updated_at,
            PracticeText.name,
            PracticeText.summary,
            WRITTEN,
        )
        .join(Practice)
        .where(
            PracticeText.practice.in_(either(ids, slugs)),
            PracticeText.state == TextState.PUBLISHED,
        )
    ):
        texts[practice_id][code] = tuple(facts)
    kept = shelf()
    rows = {}
    for practice_id, found in texts.items():
        facts, spoken = in_language(found, language)
        values = (practice_id, *facts, spoken, *kept.uses(practice_id))
        rows[practice_id] = Row(*values)
    return rows


def either(ids: Collection[int], slugs: Collection[str]) -> Any:
    """By their index: joined with a text, such a condition would read them all."""
    if not slugs:
        return ids
    named = Practice.alias()
    return named.select(named.id).where(named.id.in_(ids) | named.slug.in_(slugs))


def in_order(ids: Iterable[int], rows: dict[int, Row]) -> list[Row]:
    return [rows[key] for key in ids if key in rows]
