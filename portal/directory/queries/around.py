"""What a card leads on to: twins, things joined with it, others for the same need."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from portal.db import tuples
from portal.directory.models import KIND, Service
from portal.directory.queries.named import Named, named
from portal.directory.queries.names import in_language
from portal.directory.queries.parts import Part
from portal.directory.queries.shelf import Shelf, shelf
from portal.links.models import Link
from portal.search.models import Entry
from portal.search.queries import Name
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import Word, vocabulary

MOST_OTHERS = 4
COMPARED = (Scheme.THEME, Scheme.NEED, Scheme.GROUP)


@dataclass(frozen=True)
class Twin:
    """The same service for somebody else, or somewhere else."""

    slug: str
    name: str
    language: str
    areas: list[Word]
    groups: list[Word]


def twins(texts: Iterable[Part], tags: Iterable[Part], language: str) -> list[Twin]:
    words = vocabulary().words
    named: dict[str, dict[str, str]] = defaultdict(dict)
    for text in texts:
        named[text.kind][text.language] = text.name
    tagged: dict[str, dict[Scheme, list[Word]]] = defaultdict(lambda: defaultdict(list))
    for tag in tags:
        word = words[tag.number]
        tagged[tag.kind][word.scheme].append(word)
    return [
        Twin(
            slug, *in_language(names, language), found[Scheme.AREA], found[Scheme.GROUP]
        )
        for slug, names in sorted(named.items())
        for found in [tagged[slug]]
    ]


def joined(
    service_id: int, kinds: Sequence[str], language: str
) -> dict[str, list[Name]]:
    """The things of these kinds that are joined with a service, by kind."""
    this, other = (Link.kind == KIND), (Link.other_kind == KIND)
    ahead = Link.select(
        Link.other_kind.alias("kind"), Link.other_id.alias("item_id")
    ).where(this, Link.item_id == service_id, Link.other_kind.in_(kinds))
    back = Link.select(Link.kind, Link.item_id).where(
        other, Link.other_id == service_id, Link.kind.in_(kinds)
    )
    ends = ahead.union_all(back)
    named: dict[tuple[str, int], dict[str, Name]] = defaultdict(dict)
    for kind, *name in tuples(
        Entry.select(
            Entry.kind, Entry.item_id, Entry.language, Entry.slug, Entry.title
        ).join(
            ends,
            on=(Entry.kind == ends.c.kind) & (Entry.item_id == ends.c.item_id),
        )
    ):
        named[kind, name[0]][name[1]] = Name(*name)
    found: dict[str, list[Name]] = {kind: [] for kind in kinds}
    for (kind, _item_id), names in named.items():
        found[kind].append(in_language(names, language)[0])
    for names_of_kind in found.values():
        names_of_kind.sort(key=lambda name: name.title.casefold())
    return found


def others(
    service: Service, tags: dict[Scheme, list[Word]], language: str
) -> list[Named]:
    """The region's other services for the same situation that meet one of the same
    needs: those that have most in common first."""
    kept = shelf()
    same = {scheme: common(kept, tags[scheme]) for scheme in COMPARED}
    alike = kept.regional & (same[Scheme.THEME] > 0) & (same[Scheme.NEED] > 0)
    for position in kept.positions([service.id]):
        alike &= kept.twins != kept.twins[position]
    by_title = kept.order[language]
    positions = by_title[alike[by_title]]
    shared = np.add.reduce(list(same.values()))[positions]
    most_first = positions[np.argsort(-shared, kind="stable")]
    ids = kept.ids[most_first[:MOST_OTHERS]].tolist()
    names = named(ids, language) if ids else {}
    return [names[service_id] for service_id in ids]


def common(kept: Shelf, words: Iterable[Word]) -> NDArray[np.int64]:
    """How many of these words each service bears."""
    found = np.zeros(kept.ids.size, np.int64)
    for word in words:
        found += kept.tagged[word.scheme][word.code]
    return found
