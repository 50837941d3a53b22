"""Finding materials: by words, and by facets with true counts."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from portal.directory.queries.names import in_language
from portal.i18n import LANGUAGES
from portal.materials.labels import VERDICTS
from portal.materials.models import KIND
from portal.materials.queries.shelf import Facet, Shelved, Words, shelf
from portal.search import facets
from portal.search.facets import Choice
from portal.search.queries import Ranking, ranked
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import vocabulary

PAGE_SIZE = 20
UNKNOWN = 0
Wish = facets.Wish[Facet]


@dataclass(frozen=True)
class Row:
    """A material in the language asked for or, as it tells, in another."""

    material: Shelved
    text: Words
    reason: tuple[str, str] | None


@dataclass(frozen=True)
class Found:
    materials: list[Shelved]
    facets: dict[Facet, list[Choice]]
    ranking: Ranking


def find(wish: Wish, language: str) -> Found:
    """What matches, best first; without words the newest verdict first, and what
    nobody has read yet last. The counts of a facet leave its own choices out of
    account."""
    ranking = ranked(KIND, wish.question) if wish.question else Ranking()
    kept = shelf()
    held = (
        [kept[number] for number in ranking.ids if number in kept]
        if wish.question
        else sorted(kept.values(), key=newest, reverse=True)
    )
    return Found(
        fitting(wish, held),
        {
            facet: choices(
                labels(facet, language), wish, facet, fitting(wish.without(facet), held)
            )
            for facet in Facet
        },
        ranking,
    )


def newest(material: Shelved) -> tuple[int, int, int]:
    read = material.verdict_on.toordinal() if material.verdict_on else UNKNOWN
    return read, material.year or UNKNOWN, -material.id


def fitting(wish: Wish, held: list[Shelved]) -> list[Shelved]:
    """Those that have a chosen value in every facet used."""
    return [
        material
        for material in held
        if all(
            set(codes) & set(material.codes(facet))
            for facet, codes in wish.chosen.items()
        )
    ]


def choices(
    called: Mapping[str, str], wish: Wish, facet: Facet, others: list[Shelved]
) -> list[Choice]:
    """The values of a facet that find something among the others, or are chosen."""
    counts = Counter(code for material in others for code in material.codes(facet))
    return [
        Choice(code, label, counts[code], code in wish.of(facet))
        for code, label in called.items()
        if counts[code] or code in wish.of(facet)
    ]


def labels(facet: Facet, language: str) -> Mapping[str, str]:
    """The values that a facet can have by their code, in their order."""
    match facet:
        case Facet.VERDICT:
            return {verdict.value: str(label) for verdict, label in VERDICTS.items()}
        case Facet.THEME:
            words = vocabulary().of(Scheme.THEME)
            return {code: word.labels[language] for code, word in words.items()}
        case Facet.LANGUAGE:
            return LANGUAGES
        case Facet.YEAR:
            years = {material.year for material in shelf().values() if material.year}
            return {str(year): str(year) for year in sorted(years, reverse=True)}


def row(material: Shelved, language: str) -> Row:
    text, _spoken = in_language(material.texts, language)
    reasons = material.reasons
    reason = in_language(reasons, language) if reasons else None
    return Row(material, text, reason)
