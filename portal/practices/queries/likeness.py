"""What a practice is tagged with, and which others are like it: both from the shelf, so
that they cost no statement."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from portal.practices.models import KIND, Stage
from portal.practices.queries.beside import columns
from portal.practices.queries.shelf import Facet, Shelf, shelf
from portal.search.facets import positions
from portal.search.models import Entry
from portal.statements import given
from portal.vocabulary.queries import Word, vocabulary

TAGGED = (Facet.NEED, Facet.THEME, Facet.GROUP)
TELLING = (Facet.NEED, Facet.THEME)
"""Those that make two practices alike: a group alone does not."""
ALIKE = "alike"
PLACES = ("first", "second", "third")
"""So many others are shown."""


@dataclass(frozen=True)
class Likeness:
    """`tags` by facet, none of them empty; `alike` are ids, the most like first."""

    tags: dict[Facet, list[Word]]
    alike: list[int]

    @property
    def places(self) -> dict[str, int]:
        """The value of each place in the statement; 0 is nobody's id."""
        return dict.fromkeys(PLACES, 0) | dict(zip(PLACES, self.alike, strict=False))


def likeness(practice_id: int) -> Likeness:
    kept = shelf()
    here = positions(kept.ids, np.array([practice_id])).tolist()
    if not here:
        return Likeness({}, [])
    tags = {facet: tags_at(kept, here[0], facet) for facet in TAGGED}
    borne = {facet: words for facet, words in tags.items() if words}
    return Likeness(borne, most_alike(kept, here[0], borne))


def tags_at(kept: Shelf, position: int, facet: Facet) -> list[Word]:
    byte, bit = divmod(position, 8)
    bits = kept.tagged[facet].bits
    return [
        word
        for code, word in vocabulary().of(facet.value).items()
        if code in bits and bits[code][byte] >> (7 - bit) & 1
    ]


def most_alike(kept: Shelf, position: int, tags: dict[Facet, list[Word]]) -> list[int]:
    """Those that share most tags, of these the most used; none that has stopped."""
    codes = {facet: [word.code for word in words] for facet, words in tags.items()}
    shared = sharing(kept, codes)
    related = sharing(kept, {one: codes.get(one, []) for one in TELLING}) > 0
    related &= ~kept.tagged[Facet.STAGE][Stage.RETIRED]
    related[position] = False
    others = kept.most_used[related[kept.most_used]]
    best = others[np.argsort(-shared[others], kind="stable")][: len(PLACES)]
    found: list[int] = kept.ids[best].tolist()
    return found


def sharing(kept: Shelf, codes: Mapping[Facet, Iterable[str]]) -> NDArray[np.int16]:
    """How many of these tags each practice bears."""
    shared = np.zeros(kept.ids.size, np.int16)
    for facet, these in codes.items():
        for code in these:
            shared += kept.tagged[facet][code]
    return shared


def names(_practice: Any) -> Any:
    """What the others are called, in every language they can be read in."""
    others = [given(place) for place in PLACES]
    return Entry.select(
        *columns(
            ALIKE,
            id=Entry.item_id,
            title=Entry.title,
            words=Entry.slug,
            language=Entry.language,
        )
    ).where(Entry.kind == KIND, Entry.item_id.in_(others))
