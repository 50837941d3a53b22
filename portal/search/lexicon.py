"""The words that things hold, kept in memory: what a word of a question can stand
for, and what somebody may have meant to write."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA, Prefix

from portal.db import tuples, version
from portal.i18n import LANGUAGES
from portal.search.analysis import folded
from portal.search.models import Word

SHORTEST_OPENING = 4
SHORTEST_PART = 3
SHORTEST_COMPOUND = 7
SHORTEST_MISSPELT = 6
SHORTEST_HEAD = 5
SAME_BEGINNING = 5
LONGEST_ENDING = 5
MOST_FOUND = 150
MOST_MEANT = 3
ALIKE = 0.81
BEGUN = 0.6


@dataclass(frozen=True)
class Vocabulary:
    """The words of one language: sorted, as written, by their parts, and by how they
    look without marks."""

    words: list[str]
    shown: dict[str, str]
    with_part: dict[str, list[str]]
    with_last_part: dict[str, list[str]]
    unmarked: dict[str, list[str]]

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
        start = bisect_left(self.words, opening)
        found = []
        for word in self.words[start : start + MOST_FOUND]:
            if not word.startswith(opening):
                break
            found.append(word)
        return found

    def akin(self, word: str) -> Iterator[str]:
        """Words made from the same root, as far as a shared beginning can tell."""
        root = word[: max(SAME_BEGINNING, len(word) - 3)]
        if len(root) < SAME_BEGINNING:
            return
        for other in self.beginning(root):
            if other != word and len(other) - len(root) <= LONGEST_ENDING:
                yield other


def meant(word: str, unmarked: Mapping[str, list[str]]) -> list[tuple[str, float]]:
    """Those words, given by how they look without marks, that differ from this one by
    marks or by a slip or two, likest first, each with how like it is, up to 1."""
    plain = folded(word)
    if plain in unmarked:
        return [(found, 1.0) for found in unmarked[plain]]
    if len(plain) < SHORTEST_MISSPELT:
        return []
    matches = process.extract(
        plain,
        unmarked.keys(),
        scorer=OSA.normalized_similarity,
        score_cutoff=ALIKE,
        limit=MOST_MEANT,
    )
    return [(found, like) for match, like, _ in matches for found in unmarked[match]]


def begun_alike(
    word: str, unmarked: Mapping[str, list[str]]
) -> list[tuple[str, float]]:
    """Those words that share most of their beginning with one that is like none."""
    plain = folded(word)
    matches = process.extract(
        plain,
        unmarked.keys(),
        scorer=Prefix.similarity,
        score_cutoff=max(SAME_BEGINNING, int(len(plain) * BEGUN)),
        limit=MOST_MEANT,
    )
    return [
        (found, BEGUN * match_length / len(plain))
        for match, match_length, _ in matches
        for found in unmarked[match]
    ]


@dataclass(frozen=True)
class Lexicon:
    number: int
    languages: dict[str, Vocabulary]


class _Kept:
    lexicons: dict[str, Lexicon] = {}  # noqa: RUF012  the one place where it is kept


def changes_of(kind: str) -> str:
    """The name of the version that changes when things of a kind hold new words."""
    return f"words:{kind}"


def lexicon(kind: str) -> Lexicon:
    number = version(changes_of(kind))
    kept = _Kept.lexicons.get(kind)
    if kept is None or kept.number != number:
        kept = _Kept.lexicons[kind] = Lexicon(number, read(kind))
    return kept


def read(kind: str) -> dict[str, Vocabulary]:
    found: dict[str, dict[str, tuple[str, str]]] = {code: {} for code in LANGUAGES}
    for language, word, shown, parts in tuples(
        Word.select(Word.language, Word.word, Word.shown, Word.parts).where(
            Word.kind == kind
        )
    ):
        found[language][word] = (shown, parts)
    return {code: vocabulary(known) for code, known in found.items()}


def vocabulary(known: dict[str, tuple[str, str]]) -> Vocabulary:
    with_part: dict[str, list[str]] = defaultdict(list)
    with_last_part: dict[str, list[str]] = defaultdict(list)
    unmarked: dict[str, list[str]] = defaultdict(list)
    for word, (shown, told) in sorted(known.items()):
        *first, last = told.split() or split(word, known) or [""]
        for part in first:
            with_part[part].append(word)
        if last:
            with_last_part[last].append(word)
        for written in {folded(word), folded(shown)}:
            unmarked[written].append(word)
    return Vocabulary(
        sorted(known),
        {word: shown for word, (shown, _told) in known.items()},
        dict(with_part),
        dict(with_last_part),
        dict(unmarked),
    )


def split(word: str, known: Container[str]) -> list[str]:
    """A compound cut where both sides are words that are known, the first maybe with
    a joining s; the longest last part wins."""
    if len(word) < SHORTEST_COMPOUND:
        return []
    for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        left, right = word[:cut], word[cut:]
        if right in known:
            for first in (left, left.removesuffix("s"), left.removesuffix("-")):
                if first in known:
                    return [*(split(first, known) or [first]), right]
    return []
