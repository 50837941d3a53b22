"""Finding things by words, and naming them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from portal.db import rows
from portal.i18n import LANGUAGES
from portal.links.queries import linked
from portal.search import places
from portal.search.models import Entry
from portal.search.places import Key, Places
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

Weights = NDArray[np.float32]


@dataclass(frozen=True)
class Name:
    """What a thing is called, and in which language that is."""

    item_id: int
    language: str
    slug: str
    title: str


@dataclass(frozen=True)
class Ranking:
    """What matches a question, best first. `sure` tells whether the best holds enough
    of what was asked; `marks` are the words to mark, by language; `meant` is the
    question as it may have been meant, or nothing."""

    ids: list[int] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    sure: bool = False
    marks: dict[str, frozenset[str]] = field(default_factory=dict)
    meant: str = ""


def ranked(kind: str, text: str, *, unfinished: bool = False) -> Ranking:
    """The things that match a question. Words count the more the rarer they are and
    the weightier the text they stand in; a thing that holds all the words comes before
    one that holds some. Equal scores stand by id."""
    asked = question(kind, text, unfinished=unfinished)
    found = places.read(kind, asked.keys())
    if not found:
        return Ranking(meant=asked.meant)
    size = int(max(held.ids[-1] for held in found.values())) + 1
    scores, surety = scored(asked, found, size)
    best = scores.max()
    ids = np.flatnonzero(scores >= best * TAIL) if best else np.array([], int)
    order = np.lexsort((ids, -scores[ids]))
    ids = ids[order]
    return Ranking(
        ids.tolist(),
        np.round(scores[ids], 4).tolist(),
        sure=bool(ids.size) and bool(surety[ids[: len(asked.asked) + 4]].max() >= SURE),
        marks=asked.shown,
        meant=asked.meant,
    )


def scored(
    asked: Question, found: dict[Key, Places], size: int
) -> tuple[Weights, Weights]:
    """For each id its score, and the share of what was asked that it tells of."""
    score, held, told = (np.zeros(size, np.float32) for _ in range(3))
    total = 0.0
    named = any(one.concepts for one in asked.asked)
    telling = not all(one.is_weak for one in asked.asked)
    for one in asked.asked:
        gain = best_places(one, found, size)
        rarity = rareness(gain, size)
        if named and not one.concepts:
            rarity *= UNNAMED_SHARE
        if telling and one.is_weak:
            rarity *= WEAK_SHARE
        total += rarity
        score += gain * rarity
        held += (gain > 0) * rarity
        told += np.minimum(gain / TELLING_WEIGHT, 1) * rarity
    return score * (held / total), told / total


def rareness(gain: Weights, size: int) -> float:
    """How much a word tells, by how few things speak of it in a weighty place."""
    heavy = int(np.count_nonzero(gain >= max(gain.max() / 2, 1)))
    return float(np.log(1 + size / (1 + heavy)))


def best_places(one: Asked, found: dict[Key, Places], size: int) -> Weights:
    """The weight of the best place in which each thing answers to an asked word."""
    best = np.zeros(size, np.float32)
    for keys, share in one.stands_for.items():
        if not all(key in found for key in keys):
            continue
        if len(keys) == 1:
            held = found[keys[0]]
            best[held.ids] = np.maximum(
                best[held.ids], held.weights * np.float32(share)
            )
        else:
            best = np.maximum(best, bundle([found[key] for key in keys], size) * share)
    return best + term_weights(one, found, size) * TERM_SHARE


def term_weights(one: Asked, found: dict[Key, Places], size: int) -> Weights:
    """How much each thing is about the terms that an asked word belongs to."""
    best = np.zeros(size, np.float32)
    for key in one.terms & found.keys():
        held = found[key]
        best[held.ids] = np.maximum(best[held.ids], held.weights)
    return best


def bundle(held: Iterable[Places], size: int) -> Weights:
    """The weight of the lightest of several words, where all of them stand."""
    lightest = np.full(size, np.inf, np.float32)
    for one in held:
        weights = np.zeros(size, np.float32)
        weights[one.ids] = one.weights
        lightest = np.minimum(lightest, weights)
    return lightest


def names(kind: str, item_ids: list[int], language: str) -> dict[int, Name]:
    """What these things are called: in `language` where they have it, else in the
    first language they do have, which the name tells."""
    entries = rows(
        Entry.select(Entry.item_id, Entry.language, Entry.slug, Entry.title).where(
            Entry.kind == kind, Entry.item_id.in_(item_ids)
        ),
        Name,
    )
    order = [language, *LANGUAGES]
    found: dict[int, Name] = {}
    for name in sorted(entries, key=lambda n: order.index(n.language), reverse=True):
        found[name.item_id] = name
    return found


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
