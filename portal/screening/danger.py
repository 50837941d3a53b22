"""Signs that somebody is in danger, or is one to others; not danger as a topic."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from portal.screening.books import ANY, Pattern, book
from portal.screening.crisis import Danger
from portal.screening.traits import Trait, traits

SCREENED = frozenset(
    {Danger.VIOLENCE, Danger.THREAT, Danger.SUICIDE, Danger.CHILD, Danger.OVERDOSE}
)
OWN_LIFE = frozenset({Danger.SUICIDE, Danger.OVERDOSE})
SHORT = 8  # words of a sentence that leaves out who: "want to die"
MINE = ("ni", "mme")  # Finnish: my, our
CLOSE = frozenset({Trait.FAMILY, Trait.OTHER})
ENGLISH_ME = frozenset({Trait.ME, Trait.ENGLISH})
LIVES_IT = frozenset({Trait.WRITER, Trait.LIVED})


def dangers_told(sentence: Sequence[str]) -> Iterator[tuple[int, int]]:
    """From which word to which."""
    lore = book("crisis")
    places = lore.elements(sentence)
    told = [
        (pattern, first, last)
        for pattern, first, last in lore.standing(places)
        if pattern.kind in SCREENED
    ]
    if told:
        teller = Teller(sentence, calm=lore.calm(places))
        for pattern, first, last in told:
            if teller.tells(pattern, first):
                yield first, last


class Teller:
    """Of whom a sentence speaks."""

    def __init__(self, sentence: Sequence[str], calm: set[str]) -> None:
        self.traits = [traits(word) for word in sentence]
        self.present = frozenset().union(*self.traits)
        self.calm = calm
        self.topic = ANY in calm or Trait.TOPIC in self.present
        self.past = Trait.PAST in self.present or any(
            Trait.YEARS in one and Trait.AGO in other
            for one, other in pairwise(self.traits)
        )
        self.hit = Trait.HIT in self.present or any(
            self.is_ours(word, place) for place, word in enumerate(sentence)
        )
        self.somebody = (
            Trait.SOMEBODY in self.present or self.present >= ENGLISH_ME
        ) and not self.topic

    def is_ours(self, word: str, place: int) -> bool:
        """`my daughter`, `mieheni`"""
        before = self.traits[max(0, place - 2) : place]
        mine = word.endswith(MINE) or any(Trait.OWN in one for one in before)
        return mine and bool(self.traits[place] & CLOSE)

    def tells(self, pattern: Pattern, first: int) -> bool:
        if self.past:
            return False
        if pattern.cancelled:
            return self.names_what_is_lived(pattern, first)
        if self.hit or self.somebody:
            return True
        short = len(self.traits) <= SHORT and not self.topic
        return short and pattern.kind in OWN_LIFE

    def names_what_is_lived(self, pattern: Pattern, first: int) -> bool:
        """`I was raped`: a word of danger, of the writer or of somebody close."""
        if self.topic or pattern.kind in self.calm or Trait.HOUSE in self.traits[first]:
            return False
        return self.hit or self.present >= LIVES_IT
