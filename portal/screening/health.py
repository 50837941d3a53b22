"""Words of health about somebody who can be known by what is written."""

from collections.abc import Iterator

from portal.screening.people import Name, in_office
from portal.screening.traits import Trait, traits
from portal.screening.words import Word

MINE = ("ni", "mme")  # Finnish: my, our
BEFORE = 4  # words in which it is said whose client


def health_words(sentence: list[Word], names: list[Name]) -> Iterator[Word]:
    ill = [word for word in sentence if Trait.HEALTH in traits(word.small)]
    if ill and (names_somebody(names, sentence) or has_somebody(sentence)):
        yield from ill


def names_somebody(names: list[Name], sentence: list[Word]) -> bool:
    return any(
        name.known and not name.common and not in_office(name, sentence)
        for name in names
    )


def has_somebody(sentence: list[Word]) -> bool:
    """`my client`, `asiakkaallani`, `one of our neighbours`; not clients in general."""
    for place, word in enumerate(sentence):
        found = traits(word.small)
        if Trait.OTHER not in found:
            continue
        before = [traits(one.small) for one in sentence[max(0, place - BEFORE) : place]]
        whose = word.small.endswith(MINE) or any(Trait.OWN in one for one in before)
        single = Trait.PLURAL not in found or any(Trait.ONE in one for one in before)
        if whose and single:
            return True
    return False
