"""What of a saved version the public may see has changed."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add, or_
from typing import Any

from peewee import Cast, fn

from portal.db import bare
from portal.directory.models import ServiceVersion
from portal.directory.queries.protected import addresses
from portal.practices.models import PracticeVersion
from portal.practices.queries.versions import public_part as public_practice
from portal.threads.queries.changes import Change
from portal.threads.queries.changes_of_text import hidden_places
from portal.upkeep.queries.versions import public_part, without_addresses
from portal.upkeep.snapshots import Snapshot, differing

VERSIONS: dict[str, tuple[Any, Any]] = {
    "service": (ServiceVersion, ServiceVersion.service),
    "practice": (PracticeVersion, PracticeVersion.practice),
}


@dataclass(frozen=True)
class Changed:
    """The names in which one edition differs from the one before it; `new` where the
    public saw nothing before."""

    edition: int
    names: list[str]
    new: bool = False


Editions = dict[int, str]
"""How a thing stood in them, as JSON."""
Public = Callable[[Snapshot, Snapshot], Snapshot]


def told_of(found: Sequence[Change], most: int) -> list[tuple[Change, Changed | None]]:
    """So many of these, with what changed in their texts: of versions those in which
    something did that the public may read; a practice that is new is told of once. At
    most three statements."""
    versions = [one for one in found if one.name in VERSIONS]
    kept = snapshots(versions) if versions else {}
    told: list[tuple[Change, Changed | None]] = []
    for one in found:
        changed = None
        if one.name in VERSIONS:
            number, editions = kept[one.name, one.item]
            changed = compared(editions, number[one.row], PUBLIC[one.name])
            if changed is None or (changed.new and one.name == "practice"):
                continue
        told.append((one, changed))
        if len(told) == most:
            break
    return told


def compared(editions: Editions, edition: int, public: Public) -> Changed | None:
    after, before, stands = (
        json.loads(editions[one]) for one in (edition, edition - 1, max(editions))
    )
    after, before = public(after, stands), public(before, stands)
    if not after or after == before:
        return None
    return Changed(edition, differing(before, after), new=not before)


def public_service(snapshot: Snapshot, stands: Snapshot) -> Snapshot:
    return without_addresses(
        public_part(snapshot, set(hidden_places()), stands), addresses()
    )


PUBLIC: dict[str, Public] = {"service": public_service, "practice": public_practice}


def snapshots(
    versions: Iterable[Change],
) -> dict[tuple[str, int], tuple[dict[int, int], Editions]]:
    """Of each thing the editions of these versions, by their ids; and how it stood in
    them, in the ones before, and last. One statement."""
    asked: dict[str, list[Change]] = {}
    for one in versions:
        asked.setdefault(one.name, []).append(one)
    query = reduce(add, [rows_of(name, ones) for name, ones in asked.items()])
    found: dict[tuple[str, int], tuple[dict[int, int], Editions]] = {}
    for name, key, item, edition, snapshot in bare(query):
        numbers, editions = found.setdefault((name, item), ({}, {}))
        numbers[key] = edition
        editions[edition] = snapshot
    return found


def rows_of(name: str, ones: Sequence[Change]) -> Any:
    model, owner = VERSIONS[name]
    ids, items = [one.row for one in ones], {one.item for one in ones}
    later: Any = model.alias()
    same_thing = getattr(later, owner.name) == owner
    before = later.select(later.id).where(
        later.id.in_(ids), same_thing, later.edition == model.edition + 1
    )
    newer: Any = model.alias()
    last = newer.select(newer.id).where(
        getattr(newer, owner.name) == owner, newer.edition > model.edition
    )
    wanted = (model.id.in_(ids), fn.EXISTS(before), ~fn.EXISTS(last))
    return model.select(
        Cast(name, "text"), model.id, owner, model.edition, model.snapshot
    ).where(owner.in_(list(items)), reduce(or_, wanted))
