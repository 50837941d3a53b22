"""Every public practice by its facets, kept in memory as arrays until the library
changes. A practice is its position in them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from portal.db import today
from portal.directory.queries.shelf import EVERYWHERE
from portal.memory import remembered
from portal.practices.models import CHANGES
from portal.practices.queries.stock import (
    KEPT,
    LEVELS,
    SORTS,
    SPOKEN,
    STAGES,
    TOLD,
    Sort,
    kept_rows,
    told_rows,
)
from portal.search.facets import Ids, Mask, Tagged, positions
from portal.vocabulary.queries import CHANGES as WORDS
from portal.vocabulary.queries import Vocabulary, vocabulary


class Facet(StrEnum):
    """What a list of practices is narrowed by; also the query parameter. An area is
    where a practice is in use or on trial, a language one that it can be read in."""

    NEED = "need"
    THEME = "theme"
    GROUP = "group"
    STAGE = "stage"
    EVIDENCE = "evidence"
    AREA = "area"
    LANGUAGE = "language"


OF_VOCABULARY = (Facet.NEED, Facet.THEME, Facet.GROUP, Facet.AREA)
Order = NDArray[np.int32]


@dataclass(frozen=True)
class Shelf:
    """`ids` ascend. `most_used`, `newest` and `changed` list the positions in these
    orders; of `changed`, only those whose publishing is dated."""

    ids: Ids
    in_use: NDArray[np.int32]
    on_trial: NDArray[np.int32]
    most_used: Order
    newest: Order
    changed: Order
    tagged: dict[Facet, Tagged]

    def uses(self, practice_id: int) -> tuple[int, int]:
        """In how many places a practice is in use, and on trial."""
        found = positions(self.ids, np.array([practice_id])).tolist()
        each = [(int(self.in_use[at]), int(self.on_trial[at])) for at in found]
        return each[0] if each else (0, 0)


def shelf() -> Shelf:
    return shelf_of(today())


@remembered(CHANGES, WORDS)
def shelf_of(day: date) -> Shelf:
    """As it is on a day: evidence expires."""
    told = np.fromiter(told_rows(), TOLD)
    kept = np.fromiter(kept_rows(day), KEPT)
    public = np.unique(told["id"][told["sort"] == SORTS[Sort.LANGUAGES]])
    kept = kept[positions(kept["id"], public)]
    ids: Ids = kept["id"].copy()
    told = told[np.isin(told["id"], ids)]
    values = {
        sort: (np.searchsorted(ids, these["id"]), these["value"])
        for sort, number in SORTS.items()
        for these in [told[told["sort"] == number]]
    }
    in_use, on_trial = (
        np.bincount(values[sort][0], minlength=ids.size).astype(np.int32)
        for sort in (Sort.IN_USE, Sort.ON_TRIAL)
    )
    newest = last_first(ids, kept["published"])
    changed = last_first(ids, kept["changed"])
    return Shelf(
        ids,
        in_use,
        on_trial,
        newest[np.argsort(-in_use[newest], kind="stable")],
        newest,
        changed[kept["published"][changed] != b""],
        {
            **by_term(ids.size, values, vocabulary()),
            Facet.STAGE: by_value(kept["stage"], STAGES),
            Facet.EVIDENCE: by_value(kept["evidence"], LEVELS),
            Facet.LANGUAGE: by_bits(ids.size, *values[Sort.LANGUAGES]),
        },
    )


def last_first(ids: Ids, moments: NDArray[np.bytes_]) -> Order:
    return np.lexsort((ids, moments))[::-1].astype(np.int32)


def by_value(values: NDArray[np.int8], numbers: dict[str, int]) -> Tagged:
    return Tagged(
        values.size,
        {code: np.packbits(values == number) for code, number in numbers.items()},
    )


def by_bits(size: int, bearing: Ids, values: NDArray[np.int32]) -> Tagged:
    """Which things can be read in each language."""
    spoken = np.zeros(size, np.int32)
    spoken[bearing] = values
    bits = {code: np.packbits(spoken & bit > 0) for code, bit in SPOKEN.items()}
    return Tagged(size, bits)


def by_pairs(
    size: int, bearing: Ids, values: NDArray[np.int32], numbers: dict[str, int]
) -> Tagged:
    """Which things bear each value, of pairs of a position and a value."""
    bits = {}
    for code, number in numbers.items():
        fits: Mask = np.zeros(size, np.bool_)
        fits[bearing[values == number]] = True
        bits[code] = np.packbits(fits)
    return Tagged(size, bits)


def by_term(
    size: int, values: dict[Sort, tuple[Ids, NDArray[np.int32]]], words: Vocabulary
) -> dict[Facet, Tagged]:
    applied = [values[sort] for sort in (Sort.IN_USE, Sort.ON_TRIAL)]
    places = tuple(np.concatenate(part) for part in zip(*applied, strict=True))
    tagged = {}
    for facet in OF_VOCABULARY:
        bearing, terms = places if facet is Facet.AREA else values[Sort.TERM]
        numbers = {code: word.id for code, word in words.of(facet.value).items()}
        tagged[facet] = by_pairs(size, bearing, terms, numbers)
    tagged[Facet.AREA].spread(EVERYWHERE)
    return tagged
