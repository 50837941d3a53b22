"""The words that things hold, kept in memory: what a word of a question can stand
for."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from functools import cache
from heapq import nsmallest

from portal.db import bare
from portal.i18n import LANGUAGES
from portal.memory import remembered
from portal.search.models import Word
from portal.search.spellings import SAME_BEGINNING, Spellings, beginning, spellings

SHORTEST_OPENING = 4
SHORTEST_PART = 3
SHORTEST_COMPOUND = 7
ENDINGS = frozenset(["ing", "are", "het", "lig"])
"""Known as words of another kind, and no last part of a compound."""
SHORTEST_HEAD = 5
LONGEST_ENDING = 5
MOST_FOUND = 150
"""How many words a part or a beginning of them can stand for, the shortest first."""


@dataclass(frozen=True)
class Vocabulary:
    """The words of one language: sorted, as written, by their parts, and by how they
    look without marks."""

    words: list[str]
    shown: dict[str, str]
    with_part: dict[str, list[str]]
    with_last_part: dict[str, list[str]]
    unmarked: Spellings

    def __contains__(self, word: str) -> bool:
        return word in self.shown

    def pieces(self, word: str) -> list[str]:
        """What an unknown compound is put together of, as far as its parts are
        known."""
        return split(word, self.shown)

    def head(self, word: str) -> str:
        """The longest known word that an unknown one ends in, or nothing."""
        ends = (word[cut:] for cut in range(SHORTEST_PART, len(word) - SHORTEST_HEAD))
        return next((end for end in ends if end in self.shown), "")

    def beginning(self, opening: str) -> list[str]:
        """The shortest words that begin so."""
        return nsmallest(MOST_FOUND, beginning(self.words, opening), key=shortness)

    def akin(self, word: str) -> Iterator[str]:
        """Words made from the same root, as far as a shared beginning can tell."""
        root = word[: max(SAME_BEGINNING, len(word) - 3)]
        if len(root) < SAME_BEGINNING:
            return
        for other in self.beginning(root):
            if other != word and len(other) - len(root) <= LONGEST_ENDING:
                yield other


Lexicon = dict[str, Vocabulary]
"""The vocabulary of each language."""


def changes_of(kind: str) -> str:
    """The name of the version that changes when things of a kind hold new words."""
    return f"words:{kind}"


def lexicon(kind: str) -> Lexicon:
    return reader_of(kind)()


@cache
def reader_of(kind: str) -> Callable[[], Lexicon]:
    return remembered(changes_of(kind))(lambda: read(kind))


def read(kind: str) -> Lexicon:
    found: dict[str, dict[str, tuple[str, str]]] = {code: {} for code in LANGUAGES}
    for language, word, shown, parts in bare(
        Word.select(Word.language, Word.word, Word.shown, Word.parts).where(
            Word.kind == kind
        )
    ):
        found[language][word] = (word if shown == word else shown, parts)
    return {code: vocabulary(known) for code, known in found.items()}


def shortness(word: str) -> tuple[int, str]:
    return len(word), word


def vocabulary(known: dict[str, tuple[str, str]]) -> Vocabulary:
    with_part: dict[str, list[str]] = defaultdict(list)
    with_last_part: dict[str, list[str]] = defaultdict(list)
    for word in sorted(known, key=shortness):
        _shown, told = known[word]
        *first, last = told.split() or split(word, known) or [""]
        for part in first:
            if len(with_part[part]) < MOST_FOUND:
                with_part[part].append(word)
        if last and len(with_last_part[last]) < MOST_FOUND:
            with_last_part[last].append(word)
    return Vocabulary(
        sorted(known),
        {word: shown for word, (shown, _told) in known.items()},
        dict(with_part),
        dict(with_last_part),
        spellings(
            pair for word in known for pair in ((word, word), (word, known[word][0]))
        ),
    )


def split(word: str, known: Container[str]) -> list[str]:
    """A compound cut where both sides are words that are known, the first maybe with
    a joining s; the longest last part wins."""
    if len(word) < SHORTEST_COMPOUND:
        return []
    for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        left, right = word[:cut], word[cut:]
        if right in known and right not in ENDINGS:
            for first in (left, left.removesuffix("s"), left.removesuffix("-")):
                if first in known:
                    return [*(split(first, known) or [first]), right]
    return []
