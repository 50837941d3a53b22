"""What changed in public in a version of a service."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from peewee import JOIN, fn

from portal.db import tuples
from portal.differences import gone_and_come
from portal.directory.models import CHANGES as DIRECTORY
from portal.directory.models import Place, ServiceVersion, TextState
from portal.directory.queries.protected import addresses, tells_where
from portal.i18n import LANGUAGES
from portal.memory import remembered
from portal.upkeep.diffs import changes
from portal.upkeep.queries.versions import public_part, without_addresses
from portal.upkeep.snapshots import Snapshot

MOST = 2
LONGEST = 400
"""Characters of a text that is shown; what is longer is read beside its card."""


@dataclass(frozen=True)
class Passage:
    """What went and what came in its place under one heading, such as
    `text/fi/summary`."""

    name: str
    gone: str
    come: str


@dataclass(frozen=True)
class Changed:
    """`since` is the edition before. No passages: it was not in the words of one
    language, or is too long to stand here."""

    since: int
    language: str = ""
    passages: Sequence[Passage] = field(default_factory=list)


@remembered(DIRECTORY)
def hidden_places() -> frozenset[str]:
    """The slugs of protected places."""
    found = tuples(Place.select(Place.slug).where(Place.protected))
    return frozenset(slug for (slug,) in found)


def changed(
    shown: Mapping[int, Iterable[str]], language: str
) -> dict[int, Changed | None]:
    """By the id of a version what changed in it; None where nothing did that the public
    may read. `shown` are the parts that are published now, such as `text/fi`. One
    statement."""
    earlier = ServiceVersion.alias()
    before = ServiceVersion.alias()
    newest = earlier.select(fn.MAX(earlier.edition)).where(
        earlier.service == ServiceVersion.service,
        earlier.edition < ServiceVersion.edition,
    )
    rows = (
        ServiceVersion.select(
            ServiceVersion.id, ServiceVersion.snapshot, before.edition, before.snapshot
        )
        .join(
            before,
            JOIN.LEFT_OUTER,
            on=(before.service == ServiceVersion.service) & (before.edition == newest),
        )
        .where(ServiceVersion.id.in_(list(shown)))
    )
    return {
        key: difference(
            read(old, shown[key]), read(new, shown[key]), edition or 0, language
        )
        for key, new, edition, old in (tuples(rows) if shown else ())
    }


def read(snapshot: str | None, parts: Iterable[str]) -> Snapshot:
    """What the public may read of a version."""
    if not snapshot:
        return {}
    now = {f"{part}/state": TextState.PUBLISHED.value for part in parts}
    public = public_part(json.loads(snapshot), set(hidden_places()), now)
    return without_addresses(public, addresses())


def difference(
    old: Snapshot, new: Snapshot, since: int, language: str
) -> Changed | None:
    every = list(changes(old, new))
    if not every or not new:
        return None
    if not old:
        return Changed(since)
    texts: dict[str, list[Passage]] = {}
    for name, before, after in every:
        first, *rest = name.split("/")
        passage = Passage(name, *gone_and_come(before, after))
        if first in {"text", "easy"} and fits(passage):
            texts.setdefault(rest[0], []).append(passage)
    for code in (language, *LANGUAGES):
        if code in texts:
            return Changed(since, code, texts[code][:MOST])
    return Changed(since)


def fits(passage: Passage) -> bool:
    words = (passage.gone, passage.come)
    return (
        any(words)
        and max(map(len, words)) <= LONGEST
        and not tells_where(addresses(), *words)
    )
