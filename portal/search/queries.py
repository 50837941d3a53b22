"""Finding things by words, and naming them."""

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from peewee import Expression, SqliteDatabase, fn

from portal.db import database, rows, tuples
from portal.i18n import LANGUAGES
from portal.links.queries import linked
from portal.search.analysis import forms
from portal.search.models import Entry, Posting

# Of very common words, only the weightiest places are ranked.
MOST_POSTINGS = 8000
LONGEST_QUESTION = 200
MOST_WORDS = 24
SHORTEST_PREFIX = 3
PREFIX_SHARE = 0.5
OTHER_LANGUAGE_SHARE = 0.8


@dataclass(frozen=True)
class Name:
    """What a thing is called, and in which language that is."""

    item_id: int
    language: str
    slug: str
    title: str


class Place(NamedTuple):
    """A thing that holds a word, in one of its languages."""

    item_id: int
    language: str
    weight: int


def ranked(kind: str, question: str, language: str) -> dict[int, float]:
    """The ids of things that match, with how well they do. Words count the more
    the rarer they are and the weightier the text they stand in; a thing that holds
    all the words comes before one that holds some."""
    asked = forms(question[:LONGEST_QUESTION])[:MOST_WORDS]
    if not asked:
        return {}
    size = Entry.select(fn.COUNT(Entry.item_id.distinct())).where(Entry.kind == kind)
    total = size.scalar() + 1
    held = postings(kind, set().union(*asked))
    scores: dict[int, float] = defaultdict(float)
    hits: dict[int, int] = defaultdict(int)
    for stems in asked:
        best = best_places(held, stems, language)
        rarity = math.log(1 + total / (1 + len(best)))
        for item_id, weight in best.items():
            scores[item_id] += weight * rarity
            hits[item_id] += 1
    return {
        item_id: score * (hits[item_id] / len(asked)) ** 2
        for item_id, score in scores.items()
    }


def postings(kind: str, stems: set[str]) -> dict[str, list[Place]]:
    """Where the words stand that are one of `stems` or begin with one, by word."""
    any_of = Posting.word.in_(sorted(stems))
    for stem in sorted(stems):
        if len(stem) >= SHORTEST_PREFIX:
            any_of |= begins(stem)
    found = tuples(
        Posting.select(Posting.word, Entry.item_id, Entry.language, Posting.weight)
        .join(Entry)
        .where(Entry.kind == kind, any_of)
        .order_by(Posting.weight.desc(), Posting.word, Entry.item_id)
        .limit(MOST_POSTINGS)
    )
    by_word: dict[str, list[Place]] = defaultdict(list)
    for word, *place in found:
        by_word[word].append(Place(*place))
    return by_word


def begins(stem: str) -> Expression:
    """Words that begin with `stem`, read off the index on both engines."""
    anything = "*" if isinstance(database.obj, SqliteDatabase) else "%"
    return Posting.word % (stem + anything)


def best_places(
    held: dict[str, list[Place]], stems: set[str], language: str
) -> dict[int, float]:
    """For one asked word, the weight of the best place each thing holds it in."""
    best: dict[int, float] = defaultdict(float)
    for word, places in held.items():
        exact = word in stems
        if not exact and not any(
            word.startswith(stem) for stem in stems if len(stem) >= SHORTEST_PREFIX
        ):
            continue
        for place in places:
            value = place.weight * (1 if exact else PREFIX_SHARE)
            if place.language != language:
                value *= OTHER_LANGUAGE_SHARE
            best[place.item_id] = max(best[place.item_id], value)
    return best


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


def related(kind: str, item_id: int, other_kind: str, language: str) -> list[Name]:
    """The things of another kind that are joined with this one."""
    ids = [row[0] for row in tuples(linked(kind, item_id, other_kind))]
    found = names(other_kind, ids, language)
    return sorted(found.values(), key=lambda name: name.title.casefold())
