"""Finding things by words, and naming them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from portal.db import rows
from portal.i18n import LANGUAGES
from portal.links.queries import linked
from portal.search import places
from portal.search.models import Entry
from portal.search.places import Blocks, Key, Weights
from portal.search.questions import LONGEST_QUESTION, Asked, Question, question

__all__ = ["LONGEST_QUESTION", "Name", "Ranking", "names", "ranked", "related"]

TELLING_WEIGHT = 24
"""The weight of a place that says what a thing is about."""
TERM_SHARE = 0.25
"""What a term adds to what the words are worth."""
UNNAMED_SHARE = 0.4
WEAK_SHARE = 0.4
"""What a word counts that names no concept, beside words that do."""
SURE = 0.45
TAIL = 0.08
"""What is worth less than this share of the best is left out."""


@dataclass(frozen=True)
class Name:
    """What a thing is called, and in which language that is."""

    item_id: int
    language: str
    slug: str
    title: str


@dataclass(frozen=True, eq=False)
class Ranking:
    """What matches a question. `by_id` is the score of each id, 0 for what does not
    match. `sure` tells whether the best holds enough of what was asked; `marks` are the
    words to mark, by language; `meant` is the question as it may have been meant, or
    nothing."""

    by_id: Weights = field(default_factory=lambda: np.zeros(0, np.float32))
    sure: bool = False
    marks: dict[str, frozenset[str]] = field(default_factory=dict)
    meant: str = ""

    @cached_property
    def ids(self) -> list[int]:
        """Best first; as good ones stand by id."""
        return best_first(self.by_id).tolist()

    @property
    def scores(self) -> list[float]:
        return [round(score, 4) for score in self.by_id[self.ids].tolist()]

    def of(self, ids: NDArray[np.int64]) -> Weights:
        """The scores of these ids, which ascend."""
        scores = np.zeros(ids.size, np.float32)
        known = int(np.searchsorted(ids, self.by_id.size))
        scores[:known] = self.by_id[ids[:known]]
        return scores

    def __bool__(self) -> bool:
        return bool(self.by_id.any())


def ranked(kind: str, text: str, *, unfinished: bool = False) -> Ranking:
    """The things that match a question. Words count the more the rarer they are and
    the weightier the text they stand in; a thing that holds all the words comes before
    one that holds some."""
    asked = question(kind, text, unfinished=unfinished)
    found = places.read(kind, asked.keys())
    if not found:
        return Ranking(marks=asked.shown, meant=asked.meant)
    scores, surety = scored(asked, found, places.after_last(found.values()))
    scores[scores < scores.max() * TAIL] = 0
    first = best_first(scores, len(asked.asked) + 4)
    return Ranking(
        np.round(scores, 4),
        sure=bool(first.size) and bool(surety[first].max() >= SURE),
        marks=asked.shown,
        meant=asked.meant,
    )


def best_first(scores: Weights, most: int | None = None) -> NDArray[np.int64]:
    least = 0.0
    if most is not None and most < scores.size:
        least = float(np.partition(scores, -most)[-most])
    ids = np.flatnonzero((scores >= least) & (scores > 0))
    return ids[np.argsort(-scores[ids], kind="stable")][:most]


def scored(
    asked: Question, found: Mapping[Key, Blocks], ids: int
) -> tuple[Weights, Weights]:
    """For each id its score, and the share of what was asked that it tells of."""
    score, held, told = (np.zeros(ids, np.float32) for _ in range(3))
    total = 0.0
    named = any(one.concepts for one in asked.asked)
    telling = not all(one.is_weak for one in asked.asked)
    for one in asked.asked:
        gain = best_places(one, found, ids)
        rarity = rareness(gain)
        if named and not one.concepts:
            rarity *= UNNAMED_SHARE
        if telling and one.is_weak:
            rarity *= WEAK_SHARE
        total += rarity
        score += gain * rarity
        held += (gain > 0) * np.float32(rarity)
        told += np.minimum(gain / TELLING_WEIGHT, 1) * rarity
    return score * (held / total), told / total


def rareness(gain: Weights) -> float:
    """How much a word tells, by how few things speak of it in a weighty place."""
    heavy = int(np.count_nonzero(gain >= max(gain.max() / 2, 1)))
    return float(np.log(1 + gain.size / (1 + heavy)))


def best_places(one: Asked, found: Mapping[Key, Blocks], ids: int) -> Weights:
    """The weight of the best place in which each thing answers to an asked word."""
    held = {
        keys: share
        for keys, share in one.stands_for.items()
        if all(key in found for key in keys)
    }
    best = places.best(
        ((found[keys[0]], share) for keys, share in held.items() if len(keys) == 1), ids
    )
    for keys, share in held.items():
        if len(keys) > 1:
            together = [places.best([(found[key], share)], ids) for key in keys]
            best = np.maximum(best, np.minimum.reduce(together))
    about = places.best(((found[key], 1) for key in one.terms if key in found), ids)
    return best + about * np.float32(TERM_SHARE)


def names(kind: str, item_ids: list[int], language: str) -> dict[int, Name]:
    """What these things are called: in `language` where they have it, else in the
    first language they do have, which the name tells."""
    entries = rows(
        Entry.select(Entry.item_id, Entry.language, Entry.slug, Entry.title).where(
            Entry.kind == kind, Entry.item_id.in_(item_ids)
        ),
        Name,
    )
    return in_one_language(entries, language)


def in_one_language(entries: Iterable[Name], language: str) -> dict[int, Name]:
    """Of each thing the name in this language, or else in the first it has."""
    order = [language, *LANGUAGES]
    best_last = sorted(entries, key=lambda n: order.index(n.language), reverse=True)
    return {name.item_id: name for name in best_last}


def matching(kind: str, text: str, most: int, language: str) -> list[Name]:
    """The names of so many that a question finds, best first; without words none."""
    ids = ranked(kind, text).ids[:most] if text else []
    called = names(kind, ids, language) if ids else {}
    return [called[key] for key in ids if key in called]


def related(
    kind: str, item_id: int, other_kinds: Sequence[str], language: str
) -> dict[str, list[Name]]:
    """The things of these other kinds that are joined with this one, by kind."""
    joined = linked(kind, item_id)
    return {
        other: sorted(
            names(other, joined[other], language).values(),
            key=lambda name: name.title.casefold(),
        )
        if joined[other]
        else []
        for other in other_kinds
    }
