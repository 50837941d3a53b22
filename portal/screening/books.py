"""Patterns of words that stand near each other, read from a file.

A pattern is a line of elements; every element must stand near the first one, in any
order. `a|b` is either, `@name` a group of the file, `!a|b` must not stand near. How a
word is written: `atoms.py`.
"""

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from portal.screening.atoms import Atoms, spread

DATA = Path(__file__).parent / "data"
ANY = "any"
REMEMBERED = 1_024  # words

Places = dict[int, list[int]]


@dataclass(frozen=True)
class Pattern:
    """What must stand near `first`; `cancelled` by a harmless context, or never."""

    kind: str
    first: int
    others: tuple[int, ...]
    absent: tuple[int, ...]
    cancelled: bool


@dataclass(frozen=True)
class Book:
    near: int  # words
    elements_of: Callable[[str], frozenset[int]]
    last: Callable[[str], set[int]]
    patterns: dict[int, list[Pattern]]
    harmless: dict[int, set[str]]

    def elements(self, words: Sequence[str]) -> Places:
        """The elements that stand in a sentence, with the numbers of their words."""
        places: Places = defaultdict(list)
        for place, numbers in enumerate(map(self.elements_of, words)):
            for number in numbers:
                places[number].append(place)
        if words:
            for number in self.last(words[-1]):
                places[number].append(len(words) - 1)
        return places

    def calm(self, places: Places) -> set[str]:
        """The kinds that a harmless context takes away."""
        return {kind for number in places for kind in self.harmless.get(number, ())}

    def standing(self, places: Places) -> Iterator[tuple[Pattern, int, int]]:
        """Each pattern that stands in a sentence, from which word to which."""
        for number in places:
            for pattern in self.patterns.get(number, ()):
                if stretch := self.stretch(pattern, places):
                    yield pattern, *stretch

    def stretch(self, pattern: Pattern, places: Places) -> tuple[int, int] | None:
        for place in places[pattern.first]:
            closest = [self.closest(place, places.get(one)) for one in pattern.others]
            if None in closest:
                continue
            if any(self.closest(place, places.get(one)) for one in pattern.absent):
                continue
            stretch = [place, *(place + (away or 0) for away in closest)]
            return min(stretch), max(stretch)
        return None

    def closest(self, place: int, others: list[int] | None) -> int | None:
        """How many words away the closest one is that is near, and not this one."""
        away = [
            other - place
            for other in others or ()
            if other != place and abs(other - place) <= self.near
        ]
        return min(away, key=abs) if away else None


@cache
def book(name: str) -> Book:
    read = tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
    groups: dict[str, list[str]] = {}
    for group, words in read.pop("groups").items():
        groups[group] = spread(words.split(), groups)
    numbers: dict[frozenset[str], int] = {}

    def number(element: str) -> int:
        alternatives = frozenset(spread(element.split("|"), groups))
        return numbers.setdefault(alternatives, len(numbers))

    harmless: dict[int, set[str]] = defaultdict(set)
    for kind, contexts in read.pop("harmless").items():
        for context in contexts:
            harmless[number(context)].add(kind)
    near = read.pop("near")
    patterns: dict[int, list[Pattern]] = defaultdict(list)
    for kind, sections in read.items():
        for section, lines in sections.items():
            for line in lines:
                pattern = parsed(line, kind, number, cancelled=section == "words")
                patterns[pattern.first].append(pattern)
    atoms = Atoms()
    for alternatives, one in numbers.items():
        for atom in alternatives:
            atoms.add(atom, one)
    remembered = lru_cache(REMEMBERED)(atoms.numbers)
    return Book(near, remembered, atoms.last, dict(patterns), dict(harmless))


def parsed(
    line: str, kind: str, number: Callable[[str], int], *, cancelled: bool
) -> Pattern:
    parts = line.split()
    first, *others = (number(part) for part in parts if part[0] != "!")
    absent = tuple(number(part[1:]) for part in parts if part[0] == "!")
    return Pattern(kind, first, tuple(others), absent, cancelled)
