"""Saving a practice: joined with what others saved, kept as a version, findable."""

from typing import Any

from portal.accounts.models import User
from portal.db import now
from portal.practices.actions.notifying import tell_of_change
from portal.practices.actions.rows import write
from portal.practices.indexing import entries
from portal.practices.models import CHANGES, KIND, Practice, PracticeVersion
from portal.practices.queries.snapshots import snapshot
from portal.practices.queries.versions import public_part
from portal.practices.snapshots import WHOSE
from portal.search import actions as search
from portal.upkeep.actions.versioned import Versioned
from portal.upkeep.snapshots import Snapshot


def read_by_all(written: Snapshot) -> Snapshot:
    """What the public reads; when somebody last read it through is no news."""
    return {**public_part(written), "checked_on": ""}


def stamps(practice: Practice, before: Snapshot, after: Snapshot) -> dict[str, Any]:
    """It changes, for all, only when what all may read does."""
    if not public_part(after) or read_by_all(before) == read_by_all(after):
        return {}
    stamp: dict[str, Any] = {"updated_at": now()}
    if Practice.get_by_id(practice.id).published_at is None:
        stamp["published_at"] = stamp["updated_at"]
    return stamp


def restored(before: Snapshot, theirs: Snapshot) -> Snapshot:
    """The words of a version come back; whose it is stays, and how far each text has
    come."""
    states = {name for name in theirs if name in before and name.endswith("/state")}
    return {**before, **{name: theirs[name] for name in (*WHOSE, *states)}}


def after(practice: Practice, before: Snapshot, after_: Snapshot, by: User) -> None:
    search.replace(KIND, practice.id, entries([practice.id]))
    if public_part(before) and read_by_all(before) != read_by_all(after_):
        tell_of_change(practice.id, by)


PRACTICES = Versioned(
    content=CHANGES,
    model=Practice,
    versions=PracticeVersion,
    owner="practice",
    snapshot=snapshot,
    write=write,
    stamps=stamps,
    restored=restored,
    after=after,
)
save = PRACTICES.save
restore = PRACTICES.restore
set_values = PRACTICES.set_values
set_state = PRACTICES.set_state
set_checked = PRACTICES.set_checked
