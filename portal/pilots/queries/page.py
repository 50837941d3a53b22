"""A pilot as a page."""

from dataclasses import dataclass
from datetime import datetime

from portal.db import tuples
from portal.directory.queries.names import in_language, organisation_names, team_names
from portal.pilots.models import KIND
from portal.pilots.queries.results import Results, results
from portal.pilots.queries.shelf import Shelved, Words
from portal.practices.models import KIND as PRACTICE
from portal.practices.models import Practice
from portal.practices.queries.editions import editions
from portal.search.models import Entry
from portal.search.queries import Name, related
from portal.vocabulary.queries import Word, vocabulary

THREAD = "thread"


@dataclass(frozen=True)
class Tried:
    """The practice that is tried. `behind` versions have come since the one that is
    tried; `stood_at` is the version to compare with the `newest`."""

    slug: str
    title: str
    language: str
    edition: int | None
    behind: int
    stood_at: int | None
    newest: int


@dataclass(frozen=True)
class Page:
    pilot: Shelved
    text: Words
    results: Results
    tried: Tried | None
    group: Word | None
    organisation: tuple[str, str] | None
    team: tuple[str, str] | None
    threads: list[Name]

    @property
    def languages(self) -> list[str]:
        """The other languages in which it is told."""
        return [code for code in self.pilot.texts if code != self.text.language]


def page(pilot: Shelved, language: str) -> Page:
    """Five statements, with the shelf warm; three more where a thread names it."""
    words = vocabulary().words
    return Page(
        pilot,
        pilot.text(language),
        results(pilot.id),
        tried(pilot, language) if pilot.practice else None,
        words.get(pilot.group or 0),
        organisation_names(language).get(pilot.organisation or 0),
        team_names(language).get(pilot.team or 0),
        related(KIND, pilot.id, [THREAD], language)[THREAD],
    )


def tried(pilot: Shelved, language: str) -> Tried | None:
    """None where the practice is not public. Two statements."""
    rows: list[tuple[str, str, str, int, datetime]] = tuples(
        Entry.select(
            Entry.language,
            Entry.title,
            Practice.slug,
            Practice.edition,
            Practice.updated_at,
        )
        .join(Practice, on=(Entry.item_id == Practice.id))
        .where(Entry.kind == PRACTICE, Entry.item_id == pilot.practice)
    )
    if not rows:
        return None
    title, spoken = in_language({row[0]: row[1] for row in rows}, language)
    _language, _title, slug, edition, updated_at = rows[0]
    known = editions(
        Practice(id=pilot.practice, edition=edition, updated_at=updated_at)
    )
    return Tried(
        slug,
        title,
        spoken,
        pilot.practice_edition,
        known.behind(pilot.practice_edition),
        known.stood_at(pilot.practice_edition),
        known.newest,
    )
