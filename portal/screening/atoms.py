"""Ways of writing the words that are looked for.

`word` is the whole word, `word*` how it begins, `*word*` any part of it, `~word*` a
beginning with one letter wrong, `word$` the last word of a sentence, `=word` exactly
that. What is written without dots (vakivalta) also matches a word with them; with
dots, only that.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

Numbers = dict[str, set[int]]


@dataclass(frozen=True)
class Atoms:
    """The numbers of the elements that each way of writing belongs to."""

    whole: Numbers = field(default_factory=dict)
    beginnings: Numbers = field(default_factory=dict)
    parts: Numbers = field(default_factory=dict)
    misspelt: dict[str, Numbers] = field(default_factory=dict)

    def add(self, atom: str, number: int) -> None:
        bare = atom.strip("*~")
        if atom.startswith("~"):
            kept = self.misspelt.setdefault(bare[0], {})
        elif atom.startswith("*"):
            kept = self.parts
        elif atom.endswith("*"):
            kept = self.beginnings
        else:
            kept = self.whole
        kept.setdefault(bare, set()).add(number)

    def numbers(self, word: str) -> frozenset[int]:
        """What a word in small letters stands for, wherever in a sentence it is."""
        found = set(self.whole.get(f"={word}", ()))
        for form in {word, folded(word)}:
            found |= self.whole.get(form, set())
            for length in range(1, len(form) + 1):
                found |= self.beginnings.get(form[:length], set())
            for part, numbers in self.parts.items():
                if part in form:
                    found |= numbers
        form = folded(word)
        for stem, numbers in self.misspelt.get(form[:1], {}).items():
            if begins_almost(form, stem):
                found |= numbers
        return frozenset(found)

    def last(self, word: str) -> set[int]:
        """What a word stands for besides, as the last one of its sentence."""
        plain = self.whole.get(f"{folded(word)}$", set())
        return plain | self.whole.get(f"{word}$", set())


@lru_cache(maxsize=2_048)
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


def spread(parts: Iterable[str], groups: dict[str, list[str]]) -> list[str]:
    """The alternatives, a group (`@name`) replaced by its words."""
    return [
        word
        for part in parts
        for word in (groups[part[1:]] if part.startswith("@") else [part])
    ]
