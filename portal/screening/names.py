"""Given names, in the forms they are written in."""

from functools import cache, lru_cache

from portal.screening.books import DATA
from portal.screening.words import Word

# Of Finnish cases and possession, and of Swedish and English genitives.
ENDINGS = (
    "n", "a", "ä", "ta", "tä", "lla", "llä", "lle", "lta", "ltä", "ssa", "ssä", "sta",
    "stä", "na", "nä", "ksi", "lta", "s", "hin", "in", "en", "un", "aan", "iin", "kin",
)  # fmt: skip
SOFTER = {"kk": "k", "pp": "p", "tt": "t", "nt": "nn", "lt": "ll", "rt": "rr"}
WORDS = "words:"


@cache
def known() -> tuple[frozenset[str], frozenset[str]]:
    """The stems of given names, and those that are also common words."""
    lines = (DATA / "given_names.txt").read_text(encoding="utf-8").splitlines()
    text = " ".join(line for line in lines if not line.startswith("#"))
    names, _, words = text.casefold().partition(WORDS)
    return stems(names.split()), stems(words.split())


def stems(names: list[str]) -> frozenset[str]:
    found = set()
    for whole in names:
        for name in whole.split("-"):
            found.add(name)
            if name[-1] not in "aeiouyåäö":
                found.add(f"{name}i")
            if name[-1] == "s":
                found |= {f"{name[:-1]}kse", f"{name[:-1]}kselle"}
            for hard, soft in SOFTER.items():
                if name[:-1].endswith(hard):
                    found.add(name[: -len(hard) - 1] + soft + name[-1])
    return frozenset(found)


def is_given(word: Word, *, alone: bool) -> bool:
    """`alone`: it opens a sentence and no surname follows: a common word is no name."""
    given, common = reading(word.small)
    return word.capital and given and not (alone and common)


@lru_cache(maxsize=512)
def reading(word: str) -> tuple[bool, bool]:
    """Whether it may be a given name, and whether that is also a common word."""
    names, words = known()
    common = stands_in(word, words)
    return len(word) > 1 and (common or stands_in(word, names)), common


def stands_in(word: str, names: frozenset[str]) -> bool:
    return word in names or any(
        word.endswith(ending) and word[: -len(ending)] in names for ending in ENDINGS
    )
