"""Saving a thing whole: joined with what others saved, kept as a version."""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from portal.accounts.models import User
from portal.db import bump, database, today
from portal.directory.models import TextState
from portal.upkeep.merging import Merged, as_read, merged, without_repeated
from portal.upkeep.notes import NO_NOTE, Note
from portal.upkeep.queries.versions import kept_snapshot
from portal.upkeep.snapshots import Snapshot, group


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
    """The thing was taken away meanwhile."""


@dataclass(frozen=True)
class Versioned:
    """A sort of things that are kept in versions. `content` is what changes with them,
    `owner` what a version calls its thing. `stamps` are columns that tell of the
    change, `restored` joins an earlier version with what stands, `after` hears of each
    save."""

    content: str
    model: Any
    versions: Any
    owner: str
    snapshot: Callable[[Any], Snapshot]
    write: Callable[[Any, Snapshot, Snapshot], None]
    stamps: Callable[[Any, Snapshot, Snapshot], Mapping[str, Any]]
    restored: Callable[[Snapshot, Snapshot], Snapshot]
    after: Callable[[Any, Snapshot, Snapshot, User], None]

    def save(  # noqa: PLR0913  what a change is made of
        self,
        thing: Any,
        values: Snapshot,
        *,
        edition: int,
        by: User,
        note: Note = NO_NOTE,
        removed: Collection[str] = (),
    ) -> Saved:
        """Save some values, read at an edition, and take the `removed` parts away.
        Raises Met when somebody else has changed the same."""
        with database.atomic():
            bump(self.content)
            now_at = self.current_edition(thing)
            theirs = self.snapshot(thing)
            base = theirs if now_at == edition else self.snapshot_at(thing, edition)
            mine = wanted(theirs if base is None else base, base, values, removed)
            joined = merged(base, theirs, without_repeated(base, theirs, mine))
            if joined.conflicts:
                raise Met(joined, now_at)
            saved = self.keep(thing, theirs, joined.snapshot, by=by, note=note)
        beside = now_at if now_at != edition and saved.changed else None
        return Saved(saved.edition, saved.changed, beside, joined.revived)

    def restore(
        self, thing: Any, number: int, *, by: User, note: Note = NO_NOTE
    ) -> Saved:
        """Bring a version back as a new one. Raises LookupError if it was not kept."""
        with database.atomic():
            bump(self.content)
            self.current_edition(thing)
            before = self.snapshot_at(thing, number)
            if before is None:
                raise LookupError(number)
            theirs = self.snapshot(thing)
            back = self.restored(before, theirs)
            return self.keep(thing, theirs, back, by=by, note=note)

    def set_values(
        self, thing: Any, values: Snapshot, *, by: User, note: Note = NO_NOTE
    ) -> Saved:
        """Set these whatever stands there now. Raises LookupError for what is not
        there."""
        with database.atomic():
            bump(self.content)
            self.current_edition(thing)
            theirs = self.snapshot(thing)
            if missing := values.keys() - theirs.keys():
                raise LookupError(missing)
            return self.keep(thing, theirs, {**theirs, **values}, by=by, note=note)

    def set_state(self, thing: Any, part: str, state: TextState, *, by: User) -> Saved:
        """How far one text has come, such as `text/fi`; every other one stays where it
        is. Raises LookupError if there is no such text."""
        return self.set_values(thing, {f"{part}/state": state.value}, by=by)

    def set_checked(self, thing: Any, *, by: User) -> Saved:
        """Somebody has read it through today, and it holds."""
        return self.set_values(thing, {"checked_on": today().isoformat()}, by=by)

    def keep(
        self,
        thing: Any,
        before: Snapshot,
        after: Snapshot,
        *,
        by: User,
        note: Note = NO_NOTE,
    ) -> Saved:
        """Write what has changed, as a new version. The one before is kept too."""
        edition = self.current_edition(thing)
        if before == after:
            return Saved(edition, changed=False)
        if self.snapshot_at(thing, edition) is None:
            self.keep_version(thing, edition, before)
        self.write(thing, before, after)
        edition += 1
        stamps = self.stamps(thing, before, after)
        self.model.update(edition=edition, **stamps).where(
            self.model.id == thing.id
        ).execute()
        stands = self.snapshot(thing)
        self.keep_version(thing, edition, stands, saved_by=by, note=note)
        self.after(thing, before, after, by)
        return Saved(edition, changed=True)

    def keep_version(
        self,
        thing: Any,
        edition: int,
        snapshot: Snapshot,
        *,
        saved_by: User | None = None,
        note: Note = NO_NOTE,
    ) -> None:
        self.versions.create(
            **{self.owner: thing.id},
            edition=edition,
            snapshot=json.dumps(snapshot, ensure_ascii=False),
            saved_by=saved_by,
            note=note.words,
            language=note.language,
        )

    def snapshot_at(self, thing: Any, edition: int) -> Snapshot | None:
        these = getattr(self.versions, self.owner) == thing.id
        return kept_snapshot(self.versions, these, edition)

    def current_edition(self, thing: Any) -> int:
        row = self.model.get_or_none(self.model.id == thing.id)
        if row is None:
            raise Gone
        return int(row.edition)


def wanted(
    start: Snapshot,
    base: Snapshot | None,
    values: Snapshot,
    removed: Collection[str],
) -> Snapshot:
    """The whole thing as the one who saves wants it."""
    sent = {
        name: as_read(None if base is None else base.get(name), value)
        for name, value in values.items()
    }
    whole = {**start, **sent}
    return {name: value for name, value in whole.items() if group(name) not in removed}
