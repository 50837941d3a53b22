"""What somebody may have meant to write, among the words that are known."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, groupby
from math import ceil

from rapidfuzz import process
from rapidfuzz.distance import OSA, Prefix

from portal.search.analysis import folded

SHORTEST_MISSPELT = 6
SAME_BEGINNING = 5
MOST_MEANT = 3
ALIKE = 0.81
BEGUN = 0.6
LAST_LETTER = "\U0010ffff"


def beginning(words: list[str], opening: str) -> list[str]:
    """Those of the sorted words that begin so."""
    first = bisect_left(words, opening)
    return words[first : bisect_left(words, opening + LAST_LETTER, first)]


@dataclass(frozen=True)
class Spellings:
    """How words look without marks, sorted, beside the `words` that look so; and each
    look once, by its length."""

    looks: list[str]
    words: list[str]
    by_length: dict[int, list[str]]

    def like(self, look: str) -> list[str]:
        """The words that look so."""
        first = bisect_left(self.looks, look)
        return self.words[first : bisect_right(self.looks, look, first)]

    def knows(self, word: str) -> bool:
        return word in self.like(folded(word))

    def meant(self, word: str) -> list[tuple[str, float]]:
        """Those words that differ from this one by marks or by a slip or two, likest
        first, each with how like it is, up to 1."""
        plain = folded(word)
        if same := self.like(plain):
            return [(found, 1.0) for found in same]
        if len(plain) < SHORTEST_MISSPELT:
            return []
        lengths = range(ceil(len(plain) * ALIKE), int(len(plain) / ALIKE) + 1)
        matches = process.extract(
            plain,
            list(chain.from_iterable(self.by_length.get(n, ()) for n in lengths)),
            scorer=OSA.normalized_similarity,
            score_cutoff=ALIKE,
            limit=MOST_MEANT,
        )
        return [(found, like) for look, like, _ in matches for found in self.like(look)]

    def begun_alike(self, word: str) -> list[tuple[str, float]]:
        """Those words that share most of their beginning with one that is like
        none."""
        plain = folded(word)
        least = max(SAME_BEGINNING, int(len(plain) * BEGUN))
        if len(plain) < least:
            return []
        shared = {
            look: Prefix.similarity(plain, look)
            for look in beginning(self.looks, plain[:least])
        }
        best = sorted(shared, key=lambda look: (-shared[look], look))[:MOST_MEANT]
        return [
            (found, BEGUN * shared[look] / len(plain))
            for look in best
            for found in self.like(look)
        ]


def spellings(written: Iterable[tuple[str, str]]) -> Spellings:
    """Of pairs: a word, and how it is written."""
    pairs = sorted({(folded(shown), word) for word, shown in written})
    by_length: dict[int, list[str]] = defaultdict(list)
    for look, _same in groupby(look for look, _word in pairs):
        by_length[len(look)].append(look)
    return Spellings(
        [look for look, _word in pairs],
        [word for _look, word in pairs],
        dict(by_length),
    )
