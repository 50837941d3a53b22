"""Recognising that somebody in danger may be asking."""

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "crisis.toml"
NEAR = 6
LONGEST_QUESTION = 500
SHORTENED_NOT = re.compile(r"n['’´`]t\b")
WORD = re.compile(r"[^\W_]+")
ANY = "any"


class Danger(StrEnum):
    VIOLENCE = "violence"
    THREAT = "threat"
    SUICIDE = "suicide"
    CHILD = "child"
    HOMELESS = "homeless"
    OVERDOSE = "overdose"
    CRISIS = "crisis"


@dataclass(frozen=True)
class Pattern:
    """What must stand near `first`; `cancelled` by a harmless context, or never."""

    danger: Danger
    first: int
    others: tuple[int, ...]
    absent: tuple[int, ...]
    cancelled: bool


@dataclass(frozen=True)
class Atoms:
    """Which elements each way of writing a word belongs to."""

    whole: dict[str, set[int]] = field(default_factory=dict)
    beginnings: dict[str, set[int]] = field(default_factory=dict)
    parts: dict[str, set[int]] = field(default_factory=dict)
    misspelt: dict[str, dict[str, set[int]]] = field(default_factory=dict)


@dataclass(frozen=True)
class Book:
    atoms: Atoms
    patterns: dict[int, list[Pattern]]
    harmless: dict[int, set[str]]


def dangers(question: str) -> list[Danger]:
    """The dangers that a question tells of, in the order of the enumeration."""
    places = elements(question[:LONGEST_QUESTION])
    lore = book()
    calm = {theme for number in places for theme in lore.harmless.get(number, ())}
    found = {
        pattern.danger
        for number in places
        for pattern in lore.patterns.get(number, ())
        if not (pattern.cancelled and (ANY in calm or pattern.danger in calm))
        and stands(pattern, places)
    }
    return [danger for danger in Danger if danger in found]


def elements(question: str) -> dict[int, list[int]]:
    """The elements that stand in a question, with the numbers of their words."""
    plain = SHORTENED_NOT.sub("nt", unicodedata.normalize("NFC", question.casefold()))
    words = WORD.findall(plain)
    places: dict[int, list[int]] = defaultdict(list)
    for place, word in enumerate(words):
        for number in elements_of(word, last=place == len(words) - 1):
            places[number].append(place)
    return places


def stands(pattern: Pattern, places: dict[int, list[int]]) -> bool:
    return any(
        all(near(place, places.get(number)) for number in pattern.others)
        and not any(near(place, places.get(number)) for number in pattern.absent)
        for place in places[pattern.first]
    )


def near(place: int, others: list[int] | None) -> bool:
    return any(0 < abs(place - other) <= NEAR for other in others or ())


@lru_cache(maxsize=20_000)
def elements_of(word: str, *, last: bool) -> frozenset[int]:
    atoms = book().atoms
    found: set[int] = set()
    for form in {word, folded(word)}:
        for whole in (form, f"{form}$") if last else (form,):
            if whole in atoms.whole:
                found |= atoms.whole[whole]
        for length in range(1, len(form) + 1):
            if (beginning := form[:length]) in atoms.beginnings:
                found |= atoms.beginnings[beginning]
        for part, numbers in atoms.parts.items():
            if part in form:
                found |= numbers
    form = folded(word)
    for stem, numbers in atoms.misspelt.get(form[:1], {}).items():
        if begins_almost(form, stem):
            found |= numbers
    return frozenset(found)


def folded(word: str) -> str:
    """`väkivalta` becomes `vakivalta`."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", word)
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def begins_almost(word: str, stem: str) -> bool:
    """Whether a word begins with the stem, one letter left out, added, changed or
    swapped with the next."""
    same = 0
    while same < min(len(word), len(stem)) and word[same] == stem[same]:
        same += 1
    if same == len(stem):
        return True
    rest, typed = stem[same:], word[same:]
    return (
        typed.startswith(rest[1:])
        or typed[1:].startswith(rest[1:])
        or typed[1:].startswith(rest)
        or (len(rest) > 1 and typed.startswith(rest[1] + rest[0] + rest[2:]))
    )


@cache
def book() -> Book:
    read = tomllib.loads(DATA.read_text(encoding="utf-8"))
    groups: dict[str, list[str]] = {}
    for name, words in read["groups"].items():
        groups[name] = spread(words.split(), groups)
    numbers: dict[frozenset[str], int] = {}

    def number(element: str) -> int:
        alternatives = frozenset(spread(element.split("|"), groups))
        return numbers.setdefault(alternatives, len(numbers))

    patterns: dict[int, list[Pattern]] = defaultdict(list)
    for danger in Danger:
        for kind, lines in read[danger].items():
            for line in lines:
                pattern = parsed(line, danger, number, cancelled=kind == "words")
                patterns[pattern.first].append(pattern)
    harmless: dict[int, set[str]] = defaultdict(set)
    for theme, contexts in read["harmless"].items():
        for context in contexts:
            harmless[number(context)].add(theme)
    return Book(atoms_of(numbers), patterns, harmless)


def spread(parts: Iterable[str], groups: dict[str, list[str]]) -> list[str]:
    """The alternatives, a group replaced by its words."""
    return [
        word
        for part in parts
        for word in (groups[part[1:]] if part.startswith("@") else [part])
    ]


def parsed(
    line: str, danger: Danger, number: Callable[[str], int], *, cancelled: bool
) -> Pattern:
    parts = line.split()
    first, *others = (number(part) for part in parts if part[0] != "!")
    absent = tuple(number(part[1:]) for part in parts if part[0] == "!")
    return Pattern(danger, first, tuple(others), absent, cancelled)


def atoms_of(numbers: dict[frozenset[str], int]) -> Atoms:
    atoms = Atoms()
    for alternatives, number in numbers.items():
        for atom in alternatives:
            bare = atom.strip("*~")
            if atom.startswith("~"):
                kept = atoms.misspelt.setdefault(bare[0], {})
            elif atom.startswith("*"):
                kept = atoms.parts
            elif atom.endswith("*"):
                kept = atoms.beginnings
            else:
                kept = atoms.whole
            kept.setdefault(bare, set()).add(number)
    return atoms
