"""The addresses of protected places, so that no other words give them away."""

import re

from portal.db import tuples
from portal.directory.models import CHANGES, Place, PlaceText
from portal.memory import remembered

WORDS = re.compile(r"\w+")
# A street of fewer letters would be found in words that have nothing to do with it.
SHORTEST = 5


def tells_where(hidden: frozenset[str], *texts: str) -> bool:
    """Whether any of these texts has one of the `hidden` addresses in it."""
    return bool(hidden) and any(
        f" {address} " in f" {plain(text)} " for text in texts for address in hidden
    )


@remembered(CHANGES)
def addresses() -> frozenset[str]:
    """The streets of protected places in plain words."""
    streets = PlaceText.select(PlaceText.street).join(Place).where(Place.protected)
    found = frozenset(plain(street) for (street,) in tuples(streets))
    return frozenset(street for street in found if len(street) >= SHORTEST)


def plain(text: str) -> str:
    return " ".join(WORDS.findall(text.casefold()))
