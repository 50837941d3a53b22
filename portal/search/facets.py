"""Narrowing what is found by facets, with true counts. A thing is its position in
arrays that its feature keeps."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Generic, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from portal.search.places import Weights

LEVELS = 65_535
"""How finely what matches is told apart by how well it does."""

Facet = TypeVar("Facet", bound=StrEnum)
Position = TypeVar("Position", bound=np.integer[Any])
Ids = NDArray[np.int64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Tagged(Mapping[str, Mask]):
    """Which of `size` things each value of a facet fits, eight of them to a byte."""

    size: int
    bits: dict[str, NDArray[np.uint8]]

    def __getitem__(self, code: str) -> Mask:
        return np.unpackbits(self.bits[code], count=self.size).view(np.bool_)

    def __iter__(self) -> Iterator[str]:
        return iter(self.bits)

    def __len__(self) -> int:
        return len(self.bits)

    def counts(self, among: Mask) -> dict[str, int]:
        """How many of these each value fits."""
        packed = np.packbits(among)
        return {
            code: int(np.bitwise_count(bits & packed).sum())
            for code, bits in self.bits.items()
        }

    def spread(self, everywhere: str) -> None:
        """What this value fits, every other one fits too."""
        if everywhere in self.bits:
            for bits in self.bits.values():
                np.bitwise_or(bits, self.bits[everywhere], out=bits)


@dataclass(frozen=True)
class Choice:
    """One value that can be chosen in a facet."""

    code: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Wish(Generic[Facet]):
    """What a visitor looks for: words, and codes by facet."""

    question: str = ""
    chosen: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)

    def of(self, facet: Facet) -> tuple[str, ...]:
        return self.chosen.get(facet, ())

    def without(self, *facets: Facet) -> Self:
        rest = {
            name: codes for name, codes in self.chosen.items() if name not in facets
        }
        return replace(self, chosen=rest)

    def adding(self, facet: Facet, code: str) -> Self:
        return replace(self, chosen={**self.chosen, facet: (*self.of(facet), code)})

    def leaving_out(self, facet: Facet, code: str) -> Self:
        rest = tuple(kept for kept in self.of(facet) if kept != code)
        if not rest:
            return self.without(facet)
        return replace(self, chosen={**self.chosen, facet: rest})


def narrowed(base: Mask, wish: Wish[Facet], tagged: Mapping[Facet, Tagged]) -> Mask:
    """Those of `base` that have one of the chosen values in every facet used."""
    for facet, codes in wish.chosen.items():
        if codes:
            fitting = [tagged[facet][code] for code in codes]
            base = base & np.logical_or.reduce(fitting)
    return base


def choices(
    labels: Mapping[str, str], chosen: tuple[str, ...], tagged: Tagged, others: Mask
) -> list[Choice]:
    """The values of a facet that find something among the others, or are chosen."""
    counts = tagged.counts(others)
    return [
        Choice(code, label, counts[code], code in chosen)
        for code, label in labels.items()
        if counts[code] or code in chosen
    ]


def positions(ids: Ids, asked: Ids) -> Ids:
    """Where those of `asked` stand that are among `ids`, which ascend."""
    if not ids.size or not asked.size:
        return np.array([], np.int64)
    found = np.minimum(np.searchsorted(ids, asked), ids.size - 1)
    kept: Ids = found[ids[found] == asked]
    return kept


def best_first(stood: NDArray[Position], scores: Weights) -> NDArray[Position]:
    """These positions by their score; those as good as each other as they stood."""
    best = scores.max(initial=0)
    if not best:
        return stood
    # As whole numbers of two bytes they are sorted in one go.
    short_of_best = np.round((1 - scores[stood] / best) * LEVELS)
    return stood[np.argsort(short_of_best.astype(np.uint16), kind="stable")]
