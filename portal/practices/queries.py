"""Practices as rows of a list, and as a page."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from portal.db import today, tuples
from portal.directory.queries.names import in_language, team_names
from portal.practices.headings import FACTS, HEADINGS
from portal.practices.models import (
    KIND,
    Application,
    ApplicationText,
    Evidence,
    Practice,
    PracticeText,
    Use,
)
from portal.search.queries import Name, Ranking, ranked, related
from portal.vocabulary.queries import Word, vocabulary

LADDER = (
    Evidence.DESCRIBED,
    Evidence.REASONED,
    Evidence.SOME,
    Evidence.MODERATE,
    Evidence.STRONG,
)
EVIDENCE_YEARS = 3
DAYS_A_YEAR = 365


@dataclass(frozen=True)
class Row:
    practice: Practice
    text: PracticeText
    in_use: int
    on_trial: int

    @property
    def step(self) -> int:
        """How far up the ladder of evidence, from 0 to 5."""
        return step(self.practice.evidence)

    @property
    def complete(self) -> tuple[int, int]:
        return completeness(self.text)


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


def step(evidence: Evidence) -> int:
    return LADDER.index(evidence) + 1 if evidence in LADDER else 0


def completeness(text: PracticeText) -> tuple[int, int]:
    """How many of the headings are written, of how many."""
    return sum(bool(getattr(text, name)) for name in HEADINGS), len(HEADINGS)


def practice(slug: str) -> Practice | None:
    return Practice.get_or_none(Practice.slug == slug)


def listing(question: str, language: str) -> list[Row]:
    """The practices that match, best first; without words, those most used first."""
    found_by = ranked(KIND, question) if question else Ranking()
    scores = dict(zip(found_by.ids, found_by.scores, strict=True))
    every = Practice.select().order_by(Practice.slug)
    found = [row for row in every if not question or row.id in scores]
    texts = texts_of([row.id for row in found])
    uses: Counter[tuple[int, Use]] = Counter(
        tuples(
            Application.select(Application.practice, Application.state).where(
                Application.practice.in_([row.id for row in found])
            )
        )
    )
    rows = [
        Row(
            row,
            in_language(texts[row.id], language)[0],
            uses[row.id, Use.IN_USE],
            uses[row.id, Use.ON_TRIAL],
        )
        for row in found
    ]
    return sorted(rows, key=lambda row: (-scores.get(row.practice.id, 0), -row.in_use))


def texts_of(ids: list[int]) -> dict[int, dict[str, PracticeText]]:
    texts: dict[int, dict[str, PracticeText]] = defaultdict(dict)
    for text in PracticeText.select().where(PracticeText.practice.in_(ids)):
        texts[text.practice][text.language] = text
    return texts


def page(found: Practice, language: str) -> Page:
    texts = texts_of([found.id])[found.id]
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
