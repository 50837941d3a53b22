"""What belongs to one theme, from everywhere."""

from dataclasses import dataclass

import numpy as np

from portal.db import ask_versions, tuples
from portal.directory.models import CHANGES
from portal.directory.models import KIND as SERVICE
from portal.directory.queries.listing import Group, groups
from portal.directory.queries.shelf import Shelf, shelf
from portal.links.models import Link
from portal.pages.queries import Change, changes
from portal.practices.models import CHANGES as PRACTICES
from portal.practices.queries.listing import Row
from portal.practices.queries.recent import of_theme
from portal.search.facets import Mask
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import CHANGES as WORDS
from portal.vocabulary.queries import Word, vocabulary
from portal.workshops.models import Workshop
from portal.workshops.queries import KIND as WORKSHOP
from portal.workshops.queries import Listed, boards, in_public, under_way

MOST_SERVICES = 6
MOST_PRACTICES = 6
MOST_WORKSHOPS = 3
MOST_CHANGES = 2
MOST_NEIGHBOURS = 4


@dataclass(frozen=True)
class Theme:
    """`count` is of all services; `services` are the best of them."""

    word: Word
    count: int
    services: list[Group]
    practices: list[Row]
    workshops: list[Listed]
    changes: list[Change]
    neighbours: list[Word]


def theme(code: str, language: str) -> Theme | None:
    ask_versions(CHANGES, WORDS, PRACTICES)
    words = vocabulary()
    word = words.of(Scheme.THEME).get(code)
    if word is None:
        return None
    kept = shelf()
    mask = kept.tagged[Scheme.THEME][code]
    about = workshops_about({int(found) for found in kept.ids[mask]})
    open_ones = (
        Workshop.select()
        .where(Workshop.id.in_(about), under_way(), in_public())
        .order_by(Workshop.vote_until, Workshop.id)
        .limit(MOST_WORKSHOPS)
    )
    return Theme(
        word,
        int(np.count_nonzero(mask)),
        groups(best(mask, kept, language), language),
        of_theme(language, MOST_PRACTICES, code),
        boards(list(open_ones), language),
        changes(language, MOST_CHANGES, about),
        neighbours(word, mask, kept, list(words.of(Scheme.THEME).values())),
    )


def best(mask: Mask, kept: Shelf, language: str) -> list[list[int]]:
    """Groups of twins: the region's own before templates, what is open to anybody
    before what needs a decision, what is about this alone before what is about much."""
    by_title = kept.order[language]
    positions = by_title[mask[by_title]]
    width = np.add.reduce(list(kept.tagged[Scheme.THEME].values()), dtype=np.int64)
    anybody = kept.tagged[Scheme.ACCESS]["none"]
    order = np.lexsort(
        (width[positions], ~anybody[positions], ~kept.regional[positions])
    )
    found: dict[int, list[int]] = {}
    for position in positions[order].tolist():
        twins = found.setdefault(int(kept.twins[position]), [])
        twins.append(int(kept.ids[position]))
    return list(found.values())[:MOST_SERVICES]


def neighbours(word: Word, mask: Mask, kept: Shelf, words: list[Word]) -> list[Word]:
    """The themes that share most services with this one."""
    shared = {
        other.code: int(np.count_nonzero(mask & kept.tagged[Scheme.THEME][other.code]))
        for other in words
    }
    near = [other for other in words if other != word and shared[other.code]]
    near.sort(key=lambda other: -shared[other.code])
    return near[:MOST_NEIGHBOURS]


def workshops_about(services: set[int]) -> list[int]:
    """The ids of the workshops that are joined with one of these services."""
    ahead = (Link.kind == WORKSHOP) & (Link.other_kind == SERVICE)
    back = (Link.kind == SERVICE) & (Link.other_kind == WORKSHOP)
    found = set()
    for kind, one, other in tuples(
        Link.select(Link.kind, Link.item_id, Link.other_id).where(ahead | back)
    ):
        workshop, service = (one, other) if kind == WORKSHOP else (other, one)
        if service in services:
            found.add(workshop)
    return sorted(found)
