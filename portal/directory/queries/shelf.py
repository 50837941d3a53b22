"""Every public service by what it is tagged with, kept in memory as arrays until the
directory changes. A service is its position in them."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from portal.directory.models import CHANGES
from portal.directory.queries.stock import Keys, Run, stock
from portal.i18n import LANGUAGES
from portal.memory import remembered
from portal.search.changes import RUN_BITS
from portal.search.facets import Ids, Mask, Tagged, positions
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import CHANGES as WORDS
from portal.vocabulary.queries import Vocabulary, vocabulary

FACETS = tuple(Scheme)
# What belongs to the whole county is there for every municipality too.
EVERYWHERE = "county"


@dataclass(frozen=True)
class Shelf:
    """`ids` ascend; `twins` numbers the groups of one service for several audiences;
    `order` lists the positions by title in each language,
    the region's own services first."""

    ids: Ids
    regional: Mask
    twins: NDArray[np.int64]
    order: dict[str, NDArray[np.int32]]
    tagged: dict[Scheme, Tagged]
    runs: dict[int, Run]

    def terms(self, service_id: int) -> list[int]:
        run = self.runs.get(service_id >> RUN_BITS)
        return run.terms_of(service_id) if run else []

    def positions(self, ids: Iterable[int]) -> NDArray[np.int64]:
        """Where those of `ids` stand that are on the shelf, in the same order."""
        return positions(self.ids, np.fromiter(ids, np.int64))

    def mask(self, ids: Iterable[int]) -> Mask:
        found = np.zeros(self.ids.size, np.bool_)
        found[self.positions(ids)] = True
        return found


class _Kept:
    shelf: Shelf | None = None


@remembered(CHANGES, WORDS)
def shelf() -> Shelf:
    _Kept.shelf = arranged(stock().runs, vocabulary(), _Kept.shelf)
    return _Kept.shelf


def arranged(runs: dict[int, Run], words: Vocabulary, before: Shelf | None) -> Shelf:
    every = list(runs.values())
    ids = joined([run.ids for run in every], np.int64)
    twins = joined([run.twins for run in every], np.int64)
    return Shelf(
        ids,
        joined([run.regional for run in every], np.bool_),
        np.unique(twins, return_inverse=True)[1],
        {code: in_order(ids, every, code, before) for code in LANGUAGES},
        by_term(every, ids.size, words),
        runs,
    )


def joined(parts: list[NDArray], kind: type) -> NDArray:
    return np.concatenate([np.array([], kind), *parts])


def in_order(
    ids: Ids, runs: list[Run], language: str, before: Shelf | None
) -> NDArray[np.int32]:
    """The positions in the order of their keys: sorted from what they were before, so
    that little has to move."""
    if not ids.size:
        return np.array([], np.int32)
    keys: Keys = np.concatenate([run.keys(language) for run in runs])
    guess = np.arange(ids.size)
    if before is not None:
        stood = positions(ids, before.ids[before.order[language]])
        guess = np.concatenate([stood, np.setdiff1d(guess, stood, assume_unique=True)])
    return guess[np.argsort(keys[guess], kind="stable")].astype(np.int32)


def by_term(runs: list[Run], size: int, words: Vocabulary) -> dict[Scheme, Tagged]:
    """Which services each term of the vocabulary fits."""
    every = list(words.words.values())
    row_of = np.zeros(max(words.words, default=0) + 1, np.int64)
    row_of[[word.id for word in every]] = np.arange(len(every))
    fits = np.zeros((len(every), size), np.bool_)
    first = 0
    for run in runs:
        bearing = np.repeat(np.arange(run.ids.size), np.diff(run.tagged))
        fits[row_of[run.terms], first + bearing] = True
        first += run.ids.size
    tagged = {scheme: Tagged(size, {}) for scheme in FACETS}
    for word, bits in zip(every, np.packbits(fits, axis=1), strict=True):
        tagged[word.scheme].bits[word.code] = bits
    tagged[Scheme.AREA].spread(EVERYWHERE)
    return tagged
