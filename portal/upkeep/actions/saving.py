"""Saving a service: joined with what others saved, kept as a version, findable."""

import json
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from portal.accounts.models import User
from portal.db import bump, database, now, today
from portal.directory.actions.indexing import index
from portal.directory.models import (
    CHANGES,
    Service,
    ServiceVersion,
    TextState,
)
from portal.upkeep.actions.notifying import tell_of_change
from portal.upkeep.actions.rows import write
from portal.upkeep.merging import Merged, as_read, merged
from portal.upkeep.queries.snapshots import snapshot
from portal.upkeep.queries.versions import snapshot_at
from portal.upkeep.snapshots import Snapshot, group, groups, members, unknown_to

NEW = re.compile(r"\w+/new\d")


@dataclass(frozen=True)
class Saved:
    """What came of saving: the edition that stands now, and whether it is new.
    `beside` is the edition that somebody else saved meanwhile, if anybody did."""

    edition: int
    changed: bool
    beside: int | None = None
    revived: list[str] = field(default_factory=list)


class Met(Exception):  # noqa: N818  a meeting, not a fault
    """Two editors changed the same thing. Nothing is saved: one chooses."""

    def __init__(self, merged_: Merged, edition: int) -> None:
        super().__init__()
        self.merged = merged_
        self.edition = edition


class Gone(Exception):  # noqa: N818  likewise
    """The service was taken away meanwhile."""


def save(  # noqa: PLR0913  what a change is made of
    service: Service,
    values: Snapshot,
    *,
    edition: int,
    by: User,
    note: str = "",
    removed: Collection[str] = (),
) -> Saved:
    """Save some values, read at an edition, and take the `removed` parts away.
    Raises Met when somebody else has changed the same."""
    with database.atomic():
        bump(CHANGES)
        now_at = current_edition(service)
        theirs = snapshot(service)
        base = theirs if now_at == edition else snapshot_at(service, edition)
        mine = wanted(theirs if base is None else base, base, values, removed)
        joined = merged(base, theirs, without_repeated(base, theirs, mine))
        if joined.conflicts:
            raise Met(joined, now_at)
        saved = keep(service, theirs, joined.snapshot, by=by, note=note)
    beside = now_at if now_at != edition and saved.changed else None
    return Saved(saved.edition, saved.changed, beside, joined.revived)


def restore(service: Service, number: int, *, by: User, note: str = "") -> Saved:
    """Bring a version back as a new one. Raises LookupError if it was not kept."""
    with database.atomic():
        bump(CHANGES)
        current_edition(service)
        before = snapshot_at(service, number)
        if before is None:
            raise LookupError(number)
        theirs = snapshot(service)
        # What the version did not know of stays as it is.
        unknown = {
            name: value for name, value in theirs.items() if unknown_to(before, name)
        }
        return keep(service, theirs, {**unknown, **before}, by=by, note=note)


def current_edition(service: Service) -> int:
    row = Service.get_or_none(Service.id == service.id)
    if row is None:
        raise Gone
    return int(row.edition)


def wanted(
    start: Snapshot,
    base: Snapshot | None,
    values: Snapshot,
    removed: Collection[str],
) -> Snapshot:
    """The whole service as the one who saves wants it."""
    sent = {
        name: as_read(None if base is None else base.get(name), value)
        for name, value in values.items()
    }
    whole = {**start, **sent}
    return {name: value for name, value in whole.items() if group(name) not in removed}


def without_repeated(
    base: Snapshot | None, theirs: Snapshot, mine: Snapshot
) -> Snapshot:
    """Leave out new parts that were saved already, by a form sent twice."""
    known = set(groups(base or {}))

    def told(whole: Snapshot, part: str) -> Snapshot:
        found = members(whole, part).items()
        return {name.removeprefix(part): value for name, value in found}

    saved = [told(theirs, part) for part in groups(theirs) if part not in known]
    repeated = {
        part for part in groups(mine) if NEW.match(part) and told(mine, part) in saved
    }
    return {name: value for name, value in mine.items() if group(name) not in repeated}


def keep(
    service: Service, before: Snapshot, after: Snapshot, *, by: User, note: str
) -> Saved:
    """Write what has changed, as a new version. The one before is kept too."""
    edition = current_edition(service)
    if before == after:
        return Saved(edition, changed=False)
    if snapshot_at(service, edition) is None:
        keep_version(service, edition, before)
    write(service, before, after)
    edition += 1
    moment = now()
    Service.update(edition=edition, updated_at=moment).where(
        Service.id == service.id
    ).execute()
    keep_version(service, edition, snapshot(service), saved_by=by, note=note)
    index(service)
    tell_of_change(service, before, after, by)
    return Saved(edition, changed=True)


def keep_version(
    service: Service, edition: int, snapshot_: Snapshot, **more: Any
) -> None:
    ServiceVersion.create(
        service=service.id,
        edition=edition,
        snapshot=json.dumps(snapshot_, ensure_ascii=False),
        **more,
    )


def set_state(service: Service, part: str, state: TextState, *, by: User) -> Saved:
    """How far one text has come, `text/fi` or `easy/sv`; every other one stays where
    it is. Raises LookupError if there is no such text."""
    return set_values(service, {f"{part}/state": state.value}, by=by)


def set_checked(service: Service, *, by: User) -> Saved:
    """Somebody has read the card today, and it holds."""
    return set_values(service, {"checked_on": today().isoformat()}, by=by)


def set_values(
    service: Service, values: Snapshot, *, by: User, note: str = ""
) -> Saved:
    """Set these whatever stands there now. Raises LookupError for what is not there."""
    with database.atomic():
        bump(CHANGES)
        current_edition(service)
        theirs = snapshot(service)
        if missing := values.keys() - theirs.keys():
            raise LookupError(missing)
        return keep(service, theirs, {**theirs, **values}, by=by, note=note)
