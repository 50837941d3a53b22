"""Words that hurt somebody."""

from collections.abc import Iterator, Sequence

from portal.screening.books import book


def insults(sentence: Sequence[str]) -> Iterator[tuple[int, int]]:
    """From which word to which."""
    lore = book("insults")
    places = lore.elements(sentence)
    calm = lore.calm(places)
    for pattern, first, last in lore.standing(places):
        if not (pattern.cancelled and calm):
            yield first, last
