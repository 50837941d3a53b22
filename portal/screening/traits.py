"""What words say of people: who somebody is to the writer, what befalls them."""

import tomllib
from enum import IntEnum, auto
from functools import cache, lru_cache

from portal.screening.atoms import Atoms
from portal.screening.books import DATA, REMEMBERED


class Trait(IntEnum):
    OTHER = auto()  # a client, a neighbour, a boss
    WORKER = auto()
    FAMILY = auto()
    PLURAL = auto()
    OFFICE = auto()
    BETWEEN = auto()
    NAMING = auto()
    OWN = auto()
    ONE = auto()
    NO_SURNAME = auto()
    HEALTH = auto()
    HIT = auto()
    SOMEBODY = auto()
    ME = auto()
    ENGLISH = auto()
    TOPIC = auto()
    PAST = auto()
    YEARS = auto()
    AGO = auto()
    LIVED = auto()
    WRITER = auto()
    HOUSE = auto()


@cache
def atoms() -> Atoms:
    kept = Atoms()
    for name in ("people", "health", "danger"):
        read = tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
        for trait, words in read.items():
            for atom in words.split():
                kept.add(atom, Trait[trait.upper()])
    return kept


@lru_cache(maxsize=REMEMBERED)
def traits(word: str) -> frozenset[int]:
    return atoms().numbers(word)
