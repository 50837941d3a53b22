"""Names of people who did not choose to be in public."""

from collections.abc import Iterator
from typing import NamedTuple

from portal.screening.names import is_given, reading
from portal.screening.traits import Trait, traits
from portal.screening.words import Word

JOINED = frozenset({" ", "-", ". "})
KIN = frozenset({Trait.OTHER, Trait.WORKER, Trait.FAMILY})
FORMER = KIN | {Trait.OFFICE, Trait.OWN, Trait.PLURAL}  # may open a sentence, large
NEAR = 4  # words between a full name and what somebody is
ACRONYM = 2  # letters, all large


class Name(NamedTuple):
    """From word `first` to `last` of a sentence; `known`: with a given name, which
    is `common` if it is a common word too."""

    first: int
    last: int
    full: bool
    known: bool
    common: bool = False


def names(sentence: list[Word]) -> Iterator[Name]:
    for first, last in runs(sentence):
        given = first
        while given <= last and not is_given(sentence[given], alone=given == last == 0):
            given += 1
        if given > last:
            yield Name(first, last, full=last > first, known=False)
            continue
        end = given
        while end < last and Trait.NO_SURNAME not in traits(sentence[end + 1].small):
            end += 1
        if end > given:
            yield Name(given, end, full=True, known=True)
        elif last == given and Trait.NO_SURNAME not in traits(sentence[given].small):
            common = reading(sentence[given].small)[1]
            yield Name(given, given, full=False, known=True, common=common)


def runs(sentence: list[Word]) -> Iterator[tuple[int, int]]:
    """Words in a row that are written large, but for what opens the sentence."""
    large = [place for place, word in enumerate(sentence) if word.capital]
    passed = -1
    for place in large:
        if place <= passed or is_acronym(sentence[place].written):
            continue
        first = passed = place
        while passed + 1 < len(sentence) and follows(sentence[passed + 1]):
            passed += 1
        while first <= passed and traits(sentence[first].small) & FORMER:
            first += 1
        if first <= passed:
            yield first, passed


def is_acronym(written: str) -> bool:
    return len(written) <= ACRONYM and written.isupper()


def follows(word: Word) -> bool:
    return word.capital and word.gap in JOINED


def is_private(name: Name, sentence: list[Word]) -> bool:
    if in_office(name, sentence):
        return False
    if name.known and name.full:
        first, last = max(0, name.first - NEAR), name.last + NEAR
        around = sentence[first : name.first] + sentence[name.last + 1 : last + 1]
        ill = any(Trait.HEALTH in traits(word.small) for word in sentence)
        return ill or any(is_kin(word) for word in around)
    if name.known:
        return introduced(name, sentence) or explained(name, sentence)
    return name.full and unknown(name, sentence)


def is_kin(word: Word) -> bool:
    found = traits(word.small)
    return bool(found & KIN) and Trait.PLURAL not in found


def in_office(name: Name, sentence: list[Word]) -> bool:
    """`Minister Karl Berglund`, `Karl Berglund, University of Vaasa`"""
    before = sentence[max(0, name.first - 2) : name.first]
    after = sentence[name.last + 1 : name.last + 3]
    if after and "," not in after[0].gap:
        after = []
    if any(holds_office(word) for word in before + after):
        return True
    of_somewhere = any(Trait.NO_SURNAME in traits(word.small) for word in after)
    return of_somewhere and not any(is_kin(word) for word in before)


def holds_office(word: Word) -> bool:
    found = traits(word.small)
    return Trait.OFFICE in found and not found & KIN


def introduced(name: Name, sentence: list[Word]) -> bool:
    """`the child is called Omar`"""
    place = name.first - 1
    while place >= 0 and Trait.BETWEEN in traits(sentence[place].small):
        place -= 1
    return place >= 0 and is_kin(sentence[place])


def explained(name: Name, sentence: list[Word]) -> bool:
    """`Omar is my neighbour`"""
    place = name.last + 1
    passing = {Trait.BETWEEN, Trait.OWN, Trait.ONE}
    while place < len(sentence) and traits(sentence[place].small) & passing:
        place += 1
    return name.last + 1 < place < len(sentence) and is_kin(sentence[place])


def unknown(name: Name, sentence: list[Word]) -> bool:
    """`my neighbour Xhemile Krasniqi`: no given name we know, but said to be one."""
    words = sentence[name.first : name.last + 1]
    if any(Trait.NO_SURNAME in traits(word.small) for word in words):
        return False
    if any(word.written.isupper() and len(word.written) > 1 for word in words):
        return False
    place = name.first - 1
    while place >= 0 and Trait.NAMING in traits(sentence[place].small):
        place -= 1
    if place < 0 or not is_kin(sentence[place]):
        return False
    return place == 0 or not sentence[place].capital
