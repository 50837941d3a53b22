"""Finding services: by words, by facets with true counts, page by page."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from portal.db import tuples, version
from portal.directory.models import (
    CHANGES,
    KIND,
    Origin,
    Service,
    ServiceTag,
    ServiceText,
)
from portal.directory.queries.names import in_language
from portal.search.queries import ranked
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import Vocabulary, vocabulary

PAGE_SIZE = 20
FACETS = tuple(Scheme)
# What belongs to the whole county is there for every municipality too.
EVERYWHERE = "county"
# How much more a service one can turn to is worth than a description of one.
OWN_SHARE = 2


@dataclass(frozen=True)
class Shelf:
    """Every service by what it is tagged with, kept until the directory changes.
    `tagged` holds ids by scheme and code."""

    number: tuple[int, int]
    all: frozenset[int]
    regional: frozenset[int]
    tagged: dict[Scheme, dict[str, frozenset[int]]]
    twins: dict[int, str]
    titles: dict[int, dict[str, str]]


@dataclass(frozen=True)
class Choice:
    """One value that can be chosen in a facet."""

    code: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Wish:
    """What the visitor looks for: words, and codes by facet."""

    question: str = ""
    chosen: Mapping[Scheme, tuple[str, ...]] = field(default_factory=dict)

    def of(self, facet: Scheme) -> tuple[str, ...]:
        return self.chosen.get(facet, ())

    def without(self, facet: Scheme) -> "Wish":
        rest = {name: codes for name, codes in self.chosen.items() if name != facet}
        return Wish(self.question, rest)


@dataclass(frozen=True)
class Found:
    """The twin groups that match, best first; a group lists its best id first."""

    groups: list[list[int]]
    facets: dict[Scheme, list[Choice]]
    services: int


class _Kept:
    shelf: Shelf | None = None


def shelf(words: Vocabulary) -> Shelf:
    number = version(CHANGES)
    kept = _Kept.shelf
    if kept is None or kept.number != (number, words.number):
        kept = _Kept.shelf = read_shelf((number, words.number), words)
    return kept


def read_shelf(number: tuple[int, int], words: Vocabulary) -> Shelf:
    services = list(
        tuples(Service.select(Service.id, Service.origin, Service.twin_key))
    )
    tagged: dict[Scheme, dict[str, set[int]]] = {
        scheme: defaultdict(set) for scheme in FACETS
    }
    for service_id, term_id in tuples(
        ServiceTag.select(ServiceTag.service, ServiceTag.term)
    ):
        word = words.words[term_id]
        tagged[word.scheme][word.code].add(service_id)
    titles: dict[int, dict[str, str]] = defaultdict(dict)
    for service_id, language, name in tuples(
        ServiceText.select(ServiceText.service, ServiceText.language, ServiceText.name)
    ):
        titles[service_id][language] = name.casefold()
    areas = tagged[Scheme.AREA]
    for code in words.of(Scheme.AREA):
        areas[code] |= areas.get(EVERYWHERE, set())
    return Shelf(
        number,
        frozenset(row[0] for row in services),
        frozenset(row[0] for row in services if row[1] is Origin.REGION),
        {
            scheme: {code: frozenset(ids) for code, ids in codes.items()}
            for scheme, codes in tagged.items()
        },
        {row[0]: row[2] for row in services},
        titles,
    )


def find(wish: Wish, language: str) -> Found:
    """What matches the wish. The counts of a facet leave its own choices out of
    account, so that another of its values can be weighed; a value that would find
    nothing is not offered, unless it is chosen."""
    words = vocabulary()
    kept = shelf(words)
    scores = ranked(KIND, wish.question, language) if wish.question else None
    base = frozenset(scores) & kept.all if scores is not None else kept.all
    matching = narrowed(base, wish, kept)
    groups = by_twins(matching, kept, scores or {}, language)
    facets = {
        facet: [
            Choice(code, word.labels[language], count, code in wish.of(facet))
            for code, word in words.of(facet).items()
            if (count := len(others & kept.tagged[facet].get(code, frozenset())))
            or code in wish.of(facet)
        ]
        for facet in FACETS
        for others in [narrowed(base, wish.without(facet), kept)]
    }
    return Found(groups, facets, len(matching))


def narrowed(base: frozenset[int], wish: Wish, kept: Shelf) -> frozenset[int]:
    """Those of `base` that have one of the chosen values in every facet used."""
    for facet, codes in wish.chosen.items():
        if codes:
            tagged = kept.tagged[facet]
            base &= frozenset().union(*(tagged.get(code, ()) for code in codes))
    return base


def by_twins(
    ids: frozenset[int], kept: Shelf, scores: Mapping[int, float], language: str
) -> list[list[int]]:
    """One group for each title: best first, then the region's own services before
    templates, then by title."""

    def rank(service_id: int) -> tuple[float, bool, str, int]:
        regional = service_id in kept.regional
        titles = kept.titles[service_id]
        return (
            -scores.get(service_id, 0.0) * (OWN_SHARE if regional else 1),
            not regional,
            in_language(titles, language)[0],
            service_id,
        )

    groups: dict[str, list[int]] = defaultdict(list)
    for service_id in sorted(ids, key=rank):
        groups[kept.twins[service_id]].append(service_id)
    return list(groups.values())
