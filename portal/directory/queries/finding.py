"""Finding services: by words, by facets with true counts, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np
from numpy.typing import NDArray

from portal.directory.models import KIND
from portal.directory.queries.opening import open_services
from portal.directory.queries.shelf import FACETS, Shelf, shelf
from portal.search import facets
from portal.search.facets import Choice, Mask
from portal.search.places import Weights
from portal.search.queries import Name, Ranking, names, ranked
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import vocabulary

PAGE_SIZE = 20
OWN_SHARE = 1.25
"""How much more a service one can turn to is worth than a description of one."""
MOST_SUGGESTED = 7
LIKELY = 0.35
"""What is worth less than this share of the best is not suggested."""


@dataclass(frozen=True)
class Wish(facets.Wish[Scheme]):
    """And whether it must be open now."""

    open_now: bool = False


@dataclass(frozen=True)
class Groups(Sequence[list[int]]):
    """Twin groups in order. `ids` and `twins` are the services that match and their
    groups' numbers, best first; `numbers` are the groups'."""

    ids: NDArray[np.int64]
    twins: NDArray[np.int64]
    numbers: NDArray[np.int64]

    def __len__(self) -> int:
        return int(self.numbers.size)

    @overload
    def __getitem__(self, wanted: int) -> list[int]: ...
    @overload
    def __getitem__(self, wanted: slice) -> list[list[int]]: ...
    def __getitem__(self, wanted: int | slice) -> list[int] | list[list[int]]:
        if isinstance(wanted, int):
            return self.members([self.numbers[wanted]])[0]
        return self.members(self.numbers[wanted].tolist())

    def members(self, numbers: list[int]) -> list[list[int]]:
        found: dict[int, list[int]] = {number: [] for number in numbers}
        held = np.flatnonzero(np.isin(self.twins, numbers))
        for number, service_id in zip(
            self.twins[held].tolist(), self.ids[held].tolist(), strict=True
        ):
            found[number].append(service_id)
        return list(found.values())


@dataclass(frozen=True)
class Found:
    """The twin groups that match, best first; a group lists its best id first.
    `open_now` counts those that are open, were that asked too."""

    groups: Groups
    facets: dict[Scheme, list[Choice]]
    services: int
    open_now: int
    ranking: Ranking


def find(wish: Wish, language: str) -> Found:
    """What matches the wish. The counts of a facet leave its own choices out of
    account, so that another of its values can be weighed; a value that would find
    nothing is not offered, unless it is chosen."""
    words = vocabulary()
    kept = shelf()
    ranking = ranked(KIND, wish.question) if wish.question else Ranking()
    scores = np.zeros(kept.ids.size, np.float32)
    base = np.ones(kept.ids.size, np.bool_)
    if wish.question:
        scores = scores_of(ranking, kept)
        base = scores > 0
    is_open = kept.mask(open_services())
    counted = {
        facet: facets.choices(
            {code: word.labels[language] for code, word in words.of(facet).items()},
            wish.of(facet),
            kept.tagged[facet],
            narrowed(base, wish.without(facet), kept, is_open),
        )
        for facet in FACETS
    }
    matching = narrowed(base, wish, kept, is_open)
    return Found(
        by_twins(matching, kept, scores, language),
        counted,
        int(np.count_nonzero(matching)),
        int(np.count_nonzero(matching & is_open)),
        ranking,
    )


def scores_of(ranking: Ranking, kept: Shelf) -> Weights:
    """How well each service on the shelf matches; the region's own count more."""
    scores = ranking.of(kept.ids)
    scores[kept.regional] *= np.float32(OWN_SHARE)
    return scores


def narrowed(base: Mask, wish: Wish, kept: Shelf, is_open: Mask) -> Mask:
    base = facets.narrowed(base, wish, kept.tagged)
    return base & is_open if wish.open_now else base


def by_twins(matching: Mask, kept: Shelf, scores: Weights, language: str) -> Groups:
    """One group for each title: best first, then the region's own services before
    templates, then by title."""
    titles = kept.order[language]
    positions = facets.best_first(titles[matching[titles]], scores)
    twins = kept.twins[positions]
    first = np.zeros(kept.twins.max(initial=0) + 1, np.int64)
    places = np.arange(twins.size)
    first[twins[::-1]] = places[::-1]
    return Groups(kept.ids[positions], twins, twins[first[twins] == places])


def suggestions(beginning: str, language: str) -> list[Name]:
    """The services somebody may be about to ask for."""
    kept = shelf()
    found = ranked(KIND, beginning, unfinished=True)
    scores = scores_of(found, kept)
    likely = (scores > 0) & (scores >= scores.max(initial=0) * LIKELY)
    groups = by_twins(likely, kept, scores, language)
    ids = [group[0] for group in groups[:MOST_SUGGESTED]]
    known = names(KIND, ids, language)
    by_title = {known[service_id].title: known[service_id] for service_id in ids}
    return list(by_title.values())
