"""Saving a pilot: joined with what others saved, kept as a version, findable."""

from typing import Any

from portal.accounts.models import User
from portal.db import now
from portal.pilots.actions.rows import write
from portal.pilots.indexing import entries
from portal.pilots.models import CHANGES, KIND, Pilot, PilotVersion
from portal.pilots.queries.snapshots import snapshot
from portal.search import actions as search
from portal.upkeep.actions.versioned import Versioned
from portal.upkeep.snapshots import Snapshot, group

STAYS = ("organisation", "team", "starts_on", "ends_on", "entry_weeks", "public")


def stamps(_pilot: Any, _before: Snapshot, _after: Snapshot) -> dict[str, Any]:
    return {"updated_at": now()}


def restored(before: Snapshot, theirs: Snapshot) -> Snapshot:
    """The words of a version come back; measures and sites stay, as figures are told
    of them, and so do whose it is and when."""
    words = {
        name: value
        for name, value in before.items()
        if not group(name).startswith(("measure/", "site/"))
    }
    stays = {
        name: value
        for name, value in theirs.items()
        if name in STAYS or group(name).startswith(("measure/", "site/"))
    }
    return {**words, **stays}


def after(pilot: Any, _before: Snapshot, _after: Snapshot, _by: User) -> None:
    search.replace(KIND, pilot.id, entries([pilot.id]))


PILOTS = Versioned(
    content=CHANGES,
    model=Pilot,
    versions=PilotVersion,
    owner="pilot",
    snapshot=snapshot,
    write=write,
    stamps=stamps,
    restored=restored,
    after=after,
)
save = PILOTS.save
restore = PILOTS.restore
