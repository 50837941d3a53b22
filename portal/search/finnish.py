"""Finnish, whose words are inflected and put together more than rules can tell."""

from collections.abc import Callable
from contextlib import suppress
from functools import cache, lru_cache
from threading import Lock
from typing import Any

import libvoikko

Bases = Callable[[str], tuple[str, ...]]

PART = "="
SHORTEST_PART = 3
MOST_BASES = 3


class Voikko:
    """The morphology of libvoikko. One word at a time: its handle is not for several
    threads at once."""

    name = "voikko"
    real_words = True

    def __init__(self, otherwise: Bases) -> None:
        try:
            self.handle = libvoikko.Voikko("fi")
        except (libvoikko.VoikkoException, OSError) as error:
            raise LookupError(
                "libvoikko or its Finnish dictionary is missing"
            ) from error
        self.otherwise = otherwise
        self.lock = Lock()

    def analyses(self, word: str) -> list[dict[str, Any]]:
        """The readings of a word that take it for the fewest parts."""
        with self.lock:
            found = self.handle.analyze(word)
        fewest = min((a["STRUCTURE"].count(PART) for a in found), default=0)
        return [a for a in found if a["STRUCTURE"].count(PART) == fewest]

    def bases(self, word: str) -> tuple[str, ...]:
        found = dict.fromkeys(a["BASEFORM"].casefold() for a in self.analyses(word))
        return tuple(found)[:MOST_BASES] or self.otherwise(word)

    def parts(self, base: str) -> tuple[str, ...]:
        for reading in self.analyses(base):
            cut = self.cut(base, reading["STRUCTURE"])
            if len(cut) > 1:
                return tuple(self.part_base(part) for part in cut)
        return ()

    @staticmethod
    def cut(base: str, structure: str) -> list[str]:
        """`=ppppp=pppp` puts the parts of a word as long as its letters."""
        found, start = [], 0
        for length in (len(part) for part in structure.split(PART)[1:]):
            found.append(base[start : start + length].strip("-"))
            start += length
        return [part for part in found if len(part) >= SHORTEST_PART]

    @lru_cache(maxsize=5000)  # noqa: B019  there is one of these for each process
    def part_base(self, part: str) -> str:
        """`asumis` stands for `asuminen`."""
        for form in (part, f"{part.removesuffix('s')}nen"):
            with suppress(IndexError):
                return str(self.analyses(form)[0]["BASEFORM"].casefold())
        return part


@cache
def word_list() -> Any:
    from simplemma.strategies import DictionaryLookupStrategy
    from simplemma.strategies.dictionaries import StreamDictionaryFactory

    return DictionaryLookupStrategy(StreamDictionaryFactory())


class Simplemma:
    """A word list of inflected forms, read as it lies packed: slower than a dict,
    and some 250 MB smaller. What it guesses of other words is worse than a stem."""

    name = "simplemma-known"
    real_words = True

    def __init__(self, otherwise: Bases) -> None:
        self.otherwise = otherwise

    def bases(self, word: str) -> tuple[str, ...]:
        known = word_list().get_lemma(word, "fi")
        return (known.casefold(),) if known else self.otherwise(word)

    def parts(self, base: str) -> tuple[str, ...]:
        del base
        return ()
