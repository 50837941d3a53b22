"""From running text to the words that are looked up: an analyser for each language,
chosen once when the portal starts."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import Protocol

import snowballstemmer

from portal.i18n import LANGUAGES
from portal.search.empty_words import EMPTY, EVERYWHERE, WEAK
from portal.search.everyday_words import STANDS_FOR, edition, plain, without_office
from portal.search.finnish import Simplemma, Voikko

LONGEST_WORD = 60
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
LETTERS = str.maketrans({"ø": "o", "æ": "a", "ß": "ss", "š": "s", "ž": "z"})


class Analyser(Protocol):
    """Takes the inflection off the words of one language."""

    name: str
    real_words: bool
    """Whether base forms are words of the language, or only stems."""

    def bases(self, word: str) -> tuple[str, ...]:
        """The base forms a word may have, at least one."""

    def parts(self, base: str) -> tuple[str, ...]:
        """What a compound is put together of, each in its base form; nothing where
        the analyser can't tell."""


class Snowball:
    """Cuts endings by rule. Knows no compounds."""

    real_words = False

    def __init__(self, language: str) -> None:
        self.name = "snowball"
        self.stemmer = snowballstemmer.stemmer(language)

    def bases(self, word: str) -> tuple[str, ...]:
        return (str(self.stemmer.stemWord(word)),)

    def parts(self, base: str) -> tuple[str, ...]:
        del base
        return ()


def finnish(wanted: str) -> Analyser:
    """The best analyser this machine has, or the one that is wanted. Raises
    LookupError where that one is not there."""
    cut = Snowball("finnish")
    if wanted in {"auto", "voikko"}:
        try:
            return Voikko(cut.bases)
        except LookupError:
            if wanted == "voikko":
                raise
    return cut if wanted == "snowball" else Simplemma(cut.bases)


class _Chosen:
    analysers: dict[str, Analyser] | None = None


def choose(wanted: str = "auto") -> None:
    """Choose the analysers; `wanted` names the Finnish one."""
    _Chosen.analysers = {
        "fi": finnish(wanted),
        "sv": Snowball("swedish"),
        "en": Snowball("english"),
    }
    bases.cache_clear()
    parts.cache_clear()
    spoken.cache_clear()


def analysers() -> dict[str, Analyser]:
    if _Chosen.analysers is None:
        choose()
    return _Chosen.analysers or {}


def words(text: str) -> list[str]:
    return [found[:LONGEST_WORD] for found in WORD.findall(text.casefold())]


@lru_cache(maxsize=50_000)
def bases(word: str, language: str) -> tuple[str, ...]:
    """The base forms of a word; nothing for a word that tells nothing."""
    if word in EMPTY[language]:
        return ()
    analyser = analysers()[language]
    found = analyser.bases(plain(word, language))
    if not analyser.real_words:
        return found
    said = spoken(language)
    known = dict.fromkeys(said.get(base, base) for base in found)
    return tuple(base for base in known if base not in EMPTY[language])


@lru_cache(maxsize=len(LANGUAGES))
def spoken(language: str) -> dict[str, str]:
    """The plain word for the base forms of everyday ones."""
    analyser = analysers()[language]
    return {
        base: word
        for said, word in STANDS_FOR[language].items()
        for base in analyser.bases(said)
    }


def is_weak(word: str) -> bool:
    """Whether a word of a question asks for help and does not say with what."""
    return any(
        base in WEAK[code] for code in LANGUAGES for base in (word, *bases(word, code))
    )


@lru_cache(maxsize=20_000)
def parts(base: str, language: str) -> tuple[str, ...]:
    return analysers()[language].parts(base)


def telling(text: str) -> list[str]:
    """The words of a question that tell something in any language; all of them when
    none does."""
    asked = words(text)
    return [word for word in asked if word not in EVERYWHERE] or asked


@lru_cache(maxsize=5000)
def folded(word: str) -> str:
    """The word without its marks: `päihde` and `paihde` are one."""
    if word.isascii():
        return word
    plain = unicodedata.normalize("NFKD", word.translate(LETTERS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def phrase(text: str, language: str) -> tuple[tuple[str, ...], ...]:
    """The words of a phrase that a question keeps too, each with its base forms."""
    return tuple(
        found
        for word in words(text)
        if word not in EVERYWHERE and (found := bases(word, language))
    )


def name() -> str:
    """What an index is made with; another name needs another index."""
    return "-".join([*(analysers()[code].name for code in LANGUAGES), edition()])


def in_any_language(word: str) -> Iterable[tuple[str, tuple[str, ...]]]:
    """The base forms of a word of a question; those too of what is applied for."""
    return ((code, asked(word, code)) for code in LANGUAGES)


def asked(word: str, language: str) -> tuple[str, ...]:
    found = bases(word, language)
    names = (without_office(base, language) for base in (word, *found))
    wanted = (bases(name, language) for name in names if name)
    return tuple(dict.fromkeys([*found, *chain.from_iterable(wanted)]))
