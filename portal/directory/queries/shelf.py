"""Every public service by what it is tagged with, kept in memory as arrays until the
directory changes. A service is its position in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from portal.db import bare, version
from portal.directory.models import (
    CHANGES,
    Origin,
    Service,
    ServiceTag,
    ServiceText,
    TextState,
)
from portal.i18n import LANGUAGES
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import Vocabulary

FACETS = tuple(Scheme)
# What belongs to the whole county is there for every municipality too.
EVERYWHERE = "county"
SORTED_BY = 40
"""How many characters of a title tell its place among others."""

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Shelf:
    """`ids` ascend; `twins` numbers the groups of one service for several audiences;
    `order` lists the positions by title in each language,
    the region's own services first."""

    number: tuple[int, int]
    ids: NDArray[np.int64]
    regional: Mask
    twins: NDArray[np.int64]
    order: dict[str, NDArray[np.int64]]
    tagged: dict[Scheme, dict[str, Mask]]
    tags: NDArray[np.int32]
    """Pairs of a service's id and a term's, in this order."""

    def terms(self, service_id: int) -> list[int]:
        first, after = np.searchsorted(self.tags[:, 0], [service_id, service_id + 1])
        found: list[int] = self.tags[first:after, 1].tolist()
        return found

    def positions(self, ids: Iterable[int]) -> NDArray[np.int64]:
        """Where those of `ids` stand that are on the shelf, in the same order."""
        asked = np.fromiter(ids, np.int64)
        if not self.ids.size or not asked.size:
            return np.array([], np.int64)
        found = np.minimum(np.searchsorted(self.ids, asked), self.ids.size - 1)
        kept: NDArray[np.int64] = found[self.ids[found] == asked]
        return kept

    def mask(self, ids: Iterable[int]) -> Mask:
        found = np.zeros(self.ids.size, np.bool_)
        found[self.positions(ids)] = True
        return found


class _Kept:
    shelf: Shelf | None = None


def shelf(words: Vocabulary) -> Shelf:
    number = (version(CHANGES), words.number)
    kept = _Kept.shelf
    if kept is None or kept.number != number:
        kept = _Kept.shelf = read(number, words)
    return kept


def read(number: tuple[int, int], words: Vocabulary) -> Shelf:
    titles = read_titles()
    public = np.unique(np.concatenate([held for held, _names in titles.values()]))
    known = set(public.tolist())
    rows = [
        row[1:]
        for row in bare(
            Service.select(Service.id, Service.origin, Service.twin_key).order_by(
                Service.id
            )
        )
        if row[0] in known
    ]
    regional = np.array([origin == Origin.REGION.value for origin, _ in rows], np.bool_)
    groups: dict[str, int] = {}
    twins = [groups.setdefault(twin, len(groups)) for _origin, twin in rows]
    tags = read_tags()
    return Shelf(
        number,
        public,
        regional,
        np.array(twins, np.int64),
        {code: in_order(public, regional, titles, code) for code in LANGUAGES},
        by_term(tags, public, words),
        tags,
    )


Titles = dict[str, tuple[NDArray[np.int64], NDArray[np.str_]]]


def read_titles() -> Titles:
    """The published titles of each language, as far as they are needed to sort by
    them, with the ids of their services in order."""
    ids: dict[str, list[int]] = {code: [] for code in LANGUAGES}
    names: dict[str, list[str]] = {code: [] for code in LANGUAGES}
    for service_id, language, name in bare(
        ServiceText.select(ServiceText.service, ServiceText.language, ServiceText.name)
        .where(ServiceText.state == TextState.PUBLISHED)
        .order_by(ServiceText.service)
    ):
        ids[language].append(service_id)
        names[language].append(name.casefold()[:SORTED_BY])
    return {
        code: (np.array(ids[code], np.int64), np.array(names[code], f"<U{SORTED_BY}"))
        for code in LANGUAGES
    }


def in_order(
    public: NDArray[np.int64], regional: Mask, titles: Titles, language: str
) -> NDArray[np.int64]:
    """The positions by title, in this language or the next they have."""
    names = np.zeros(public.size, f"<U{SORTED_BY}")
    for code in reversed((language, *LANGUAGES)):
        held, known = titles[code]
        names[np.searchsorted(public, held)] = known
    return np.lexsort((public, names, ~regional))


def read_tags() -> NDArray[np.int32]:
    pairs = bare(
        ServiceTag.select(ServiceTag.service, ServiceTag.term).order_by(
            ServiceTag.service, ServiceTag.term
        )
    )
    return np.fromiter(chain.from_iterable(pairs), np.int32).reshape(-1, 2)


def by_term(
    tags: NDArray[np.int32], ids: NDArray[np.int64], words: Vocabulary
) -> dict[Scheme, dict[str, Mask]]:
    """Which services each term of the vocabulary fits."""
    tagged: dict[Scheme, dict[str, Mask]] = {scheme: {} for scheme in FACETS}
    for word in words.words.values():
        held = tags[tags[:, 1] == word.id, 0]
        tagged[word.scheme][word.code] = np.isin(ids, held, assume_unique=True)
    areas = tagged[Scheme.AREA]
    if EVERYWHERE in areas:
        for code in areas:
            areas[code] = areas[code] | areas[EVERYWHERE]
    return tagged
