"""Finding things by words, and naming them."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

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
SHORTEST_PREFIX = 4
PREFIX_SHARE = 0.5
OTHER_LANGUAGE_SHARE = 0.8


@dataclass(frozen=True)
class Name:
    """What a thing is called, and in which language that is."""

    item_id: int
    language: str
    slug: str
    title: str


def ranked(kind: str, question: str, language: str) -> dict[int, float]:
    """The ids of things that match, with how well they do. Words count the more
    the rarer they are and the weightier the text they stand in; a thing that holds
    all the words comes before one that holds some."""
    asked = forms(question[:LONGEST_QUESTION])[:MOST_WORDS]
    if not asked:
        return {}
    size = Entry.select(fn.COUNT(Entry.item_id.distinct())).where(Entry.kind == kind)
    total = size.scalar() + 1
    scores: dict[int, float] = defaultdict(float)
    hits: dict[int, int] = defaultdict(int)
    for best in best_places(kind, asked, language):
        rarity = math.log(1 + total / (1 + len(best)))
        for item_id, weight in best.items():
            scores[item_id] += weight * rarity
            hits[item_id] += 1
    return {
        item_id: score * (hits[item_id] / len(asked)) ** 2
        for item_id, score in scores.items()
    }


def best_places(
    kind: str, asked: list[set[str]], language: str
) -> list[dict[int, float]]:
    """For each asked word, the weight of the best place each thing holds it in. A
    word that only begins with the asked one counts less."""
    wanted: dict[str, list[int]] = defaultdict(list)
    for number, stems in enumerate(asked):
        for stem in stems:
            wanted[stem].append(number)
    best: list[dict[int, float]] = [defaultdict(float) for _ in asked]
    for word, item_id, spoken, weight in postings(kind, sorted(wanted)):
        value = weight * (1 if spoken == language else OTHER_LANGUAGE_SHARE)
        for length in range(min(SHORTEST_PREFIX, len(word)), len(word) + 1):
            share = 1 if length == len(word) else PREFIX_SHARE
            for number in wanted.get(word[:length], ()):
                best[number][item_id] = max(best[number][item_id], value * share)
    return best


def postings(kind: str, stems: list[str]) -> list[tuple[str, int, str, int]]:
    """Where the words stand that are one of `stems` or begin with one: the word,
    the thing's id, the language and the weight, weightiest first."""
    any_of = Posting.word.in_(stems)
    for stem in stems:
        if len(stem) >= SHORTEST_PREFIX:
            any_of |= begins(stem)
    return tuples(
        Posting.select(Posting.word, Posting.item_id, Posting.language, Posting.weight)
        .where(any_of, Posting.kind == kind)
        .order_by(Posting.weight.desc(), Posting.word, Posting.item_id)
        .limit(MOST_POSTINGS)
    )


def begins(stem: str) -> Expression:
    """Words that begin with `stem`, read off the index on SQLite."""
    anything = "*" if isinstance(database.obj, SqliteDatabase) else "%"
    return Posting.word % (stem + anything)


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
