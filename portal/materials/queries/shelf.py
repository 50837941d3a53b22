"""Every material as the shelf has it, kept in memory until one changes."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portal.db import tuples
from portal.materials.models import (
    CHANGES,
    Material,
    MaterialTag,
    MaterialText,
    MaterialVerdict,
)
from portal.memory import remembered
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import CHANGES as WORDS
from portal.vocabulary.queries import Word, vocabulary


class Facet(StrEnum):
    """What the shelf is narrowed by; also the query parameter."""

    VERDICT = "verdict"
    THEME = "theme"
    LANGUAGE = "language"
    YEAR = "year"


@dataclass(frozen=True)
class Words:
    """A material in one language; `reason` is why the verdict is what it is."""

    language: str
    title: str
    summary: str
    reason: str


@dataclass(frozen=True)
class Shelved:
    """A material with its texts by language and its terms by scheme. `team` is who
    set the verdict."""

    id: int
    slug: str
    url: str
    source: str
    year: int | None
    licence: str
    language: str
    verdict: MaterialVerdict
    team: int | None
    verdict_on: date | None
    texts: Mapping[str, Words]
    terms: Mapping[Scheme, list[Word]]

    def codes(self, facet: Facet) -> list[str]:
        if facet == Facet.THEME:
            return [word.code for word in self.terms.get(Scheme.THEME, [])]
        value = getattr(self, facet)
        return [] if value is None else [str(value)]

    @property
    def reasons(self) -> dict[str, str]:
        return {code: text.reason for code, text in self.texts.items() if text.reason}


@remembered(CHANGES, WORDS)
def shelf() -> dict[int, Shelved]:
    """By id. Three statements, when something has changed."""
    known = vocabulary().words
    texts: dict[int, dict[str, Words]] = defaultdict(dict)
    for owner, *words in tuples(
        MaterialText.select(
            MaterialText.material,
            MaterialText.language,
            MaterialText.title,
            MaterialText.summary,
            MaterialText.reason,
        )
    ):
        texts[owner][words[0]] = Words(*words)
    terms: dict[int, dict[Scheme, list[Word]]] = defaultdict(lambda: defaultdict(list))
    for tag in MaterialTag.select().order_by(MaterialTag.id):
        word = known[tag.term]
        terms[tag.material][word.scheme].append(word)
    return {
        row.id: Shelved(
            row.id,
            row.slug,
            row.url,
            row.source,
            row.year,
            row.licence,
            row.language,
            row.verdict,
            row.verdict_by,
            row.verdict_on,
            texts[row.id],
            dict(terms[row.id]),
        )
        for row in Material.select()
    }


def shelved(slug: str) -> Shelved | None:
    return next((found for found in shelf().values() if found.slug == slug), None)


def addresses() -> list[tuple[int, str]]:
    """Where on the web materials are, by their ids."""
    return tuples(Material.select(Material.id, Material.url).where(Material.url != ""))
