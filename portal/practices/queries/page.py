"""A practice as a page."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from portal.db import today
from portal.directory.queries.names import in_language, team_names
from portal.practices.headings import FACTS, HEADINGS
from portal.practices.models import (
    KIND,
    Application,
    ApplicationText,
    Practice,
    PracticeText,
    Use,
)
from portal.practices.queries.texts import completeness, step, texts_of
from portal.search.queries import Name, related
from portal.vocabulary.queries import Word, vocabulary

EVIDENCE_YEARS = 3
DAYS_A_YEAR = 365


@dataclass(frozen=True)
class Place:
    """Where a practice is applied, with a note and the language it is in."""

    area: Word
    state: Use
    since: date | None
    until: date | None
    note: str
    language: str


@dataclass(frozen=True)
class Page:
    practice: Practice
    text: PracticeText
    missing: bool
    languages: list[str]
    places: list[Place]
    team: tuple[str, str] | None
    evidence_by: tuple[str, str] | None
    services: list[Name]
    workshops: list[Name]

    @property
    def step(self) -> int:
        return step(self.practice.evidence)

    @property
    def complete(self) -> tuple[int, int]:
        return completeness(self.text)

    @property
    def facts(self) -> list[str]:
        return [name for name in FACTS if getattr(self.text, name)]

    @property
    def unwritten(self) -> list[str]:
        return [name for name in HEADINGS if not getattr(self.text, name)]

    @property
    def evidence_is_old(self) -> bool:
        """A level of evidence stands for three years, then it is set anew."""
        set_on: date | None = self.practice.evidence_on
        if set_on is None:
            return False
        return (today() - set_on).days > EVIDENCE_YEARS * DAYS_A_YEAR


def page(found: Practice, language: str) -> Page | None:
    """None where nothing of it is published."""
    texts = texts_of([found.id]).get(found.id)
    if texts is None:
        return None
    text, spoken = in_language(texts, language)
    teams = team_names(language)
    around = related(KIND, found.id, ("service", "workshop"), language)
    return Page(
        practice=found,
        text=text,
        missing=spoken != language,
        languages=[code for code in texts if code != spoken],
        places=places(found, language),
        team=teams.get(found.team),
        evidence_by=teams.get(found.evidence_by),
        services=around["service"],
        workshops=around["workshop"],
    )


def places(found: Practice, language: str) -> list[Place]:
    """Where the practice is applied, those who use it now first."""
    words = vocabulary().words
    applications = list(
        Application.select()
        .where(Application.practice == found)
        .order_by(Application.since.asc(nulls="last"), Application.id)
    )
    notes: dict[int, dict[str, str]] = defaultdict(dict)
    for text in ApplicationText.select().where(
        ApplicationText.application.in_([row.id for row in applications])
    ):
        notes[text.application][text.language] = text.note
    order = [Use.IN_USE, Use.ON_TRIAL, Use.PLANNED, Use.STOPPED]
    found_places = [
        Place(
            words[row.area],
            row.state,
            row.since,
            row.until,
            *in_language(notes[row.id] or {language: ""}, language),
        )
        for row in applications
    ]
    return sorted(found_places, key=lambda place: order.index(place.state))
