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
SHORTEST_OPENING = 4
SHORTEST_ROOT = 5
PART_SHARE = 0.5
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
    word that begins with the asked one, or is cut short of it by an ending that the
    stemmer left, counts less."""
    shares = wanted(asked)
    openings = set().union(*asked)
    best: list[dict[int, float]] = [defaultdict(float) for _ in asked]
    for word, item_id, spoken, weight in postings(kind, openings, set(shares)):
        value = weight * (1 if spoken == language else OTHER_LANGUAGE_SHARE)
        found = dict(shares.get(word, {}))
        for length in range(SHORTEST_OPENING, len(word)):
            if word[:length] in openings:
                found = dict.fromkeys(shares[word[:length]], PART_SHARE) | found
        for number, share in found.items():
            best[number][item_id] = max(best[number][item_id], value * share)
    return best


def wanted(asked: list[set[str]]) -> dict[str, dict[int, float]]:
    """The words to look up, with the numbers of the asked words they answer to and
    how well."""
    shares: dict[str, dict[int, float]] = defaultdict(dict)
    for number, stems in enumerate(asked):
        for stem in stems:
            for short in shortened(stem):
                shares[short].setdefault(number, PART_SHARE)
        for stem in stems:
            shares[stem][number] = 1
    return shares


def shortened(stem: str) -> list[str]:
    """The stem without one to three of its last letters, while it is a word still."""
    return [stem[:-cut] for cut in (1, 2, 3) if len(stem) - cut >= SHORTEST_ROOT]


def postings(
    kind: str, openings: set[str], whole: set[str]
) -> list[tuple[str, int, str, int]]:
    """Where the words stand that are one of `whole` or begin with one of `openings`:
    the word, the thing's id, the language and the weight, weightiest first."""
    any_of = Posting.word.in_(sorted(whole))
    for opening in sorted(openings):
        if len(opening) >= SHORTEST_OPENING:
            any_of |= begins(opening)
    return tuples(
        Posting.select(Posting.word, Posting.item_id, Posting.language, Posting.weight)
        .where(any_of, Posting.kind == kind)
        .order_by(Posting.weight.desc(), Posting.word, Posting.item_id)
        .limit(MOST_POSTINGS)
    )


def begins(opening: str) -> Expression:
    """Words that begin with `stem`, read off the index on SQLite."""
    anything = "*" if isinstance(database.obj, SqliteDatabase) else "%"
    return Posting.word % (opening + anything)


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
