"""How the services of each municipality lie between preventing and mending."""

from dataclasses import dataclass

import numpy as np

from portal.agreement.queries.figures import Figure
from portal.directory.queries.areas import municipalities
from portal.directory.queries.shelf import Shelf, shelf
from portal.search.facets import Mask
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import Word, vocabulary


@dataclass(frozen=True)
class Row:
    """One municipality, or with no area all of them together: of `n` services, how
    many have each focus by its code, and how many have none."""

    area: Word | None
    n: int
    shares: dict[str, Figure]
    unknown: int


def balance() -> list[Row]:
    """A row for each municipality, and last the whole. What is given in the whole
    county counts in each municipality."""
    words = vocabulary()
    seen = shelf()
    areas = seen.tagged[Scheme.AREA]
    return [
        *(
            row(seen, word, seen.regional & areas[code])
            for code, word in municipalities(words).items()
        ),
        row(seen, None, seen.regional),
    ]


def row(seen: Shelf, area: Word | None, services: Mask) -> Row:
    n = int(services.sum())
    focuses = seen.tagged[Scheme.FOCUS]
    shares = {
        code: Figure(int((services & focuses[code]).sum()), n)
        for code in vocabulary().of(Scheme.FOCUS)
    }
    known = np.zeros_like(services)
    for mask in focuses.values():
        known |= mask & services
    return Row(area, n, shares, n - int(known.sum()))
