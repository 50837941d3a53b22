"""Saving a service: joined with what others saved, kept as a version, findable."""

from typing import Any

from portal.accounts.models import User
from portal.db import now
from portal.directory.actions.indexing import index
from portal.directory.models import (
    CHANGES,
    Service,
    ServiceVersion,
)
from portal.upkeep.actions.notifying import tell_of_change
from portal.upkeep.actions.rows import write
from portal.upkeep.actions.versioned import Versioned
from portal.upkeep.queries.snapshots import snapshot
from portal.upkeep.snapshots import Snapshot, unknown_to


def stamps(_service: Service, _before: Snapshot, _after: Snapshot) -> dict[str, Any]:
    return {"updated_at": now()}


def restored(before: Snapshot, theirs: Snapshot) -> Snapshot:
    """What the version did not know of stays as it is."""
    unknown = {
        name: value for name, value in theirs.items() if unknown_to(before, name)
    }
    return {**unknown, **before}


def after(service: Service, before: Snapshot, after_: Snapshot, by: User) -> None:
    index(service)
    tell_of_change(service, before, after_, by)


SERVICES = Versioned(
    content=CHANGES,
    model=Service,
    versions=ServiceVersion,
    owner="service",
    snapshot=snapshot,
    write=write,
    stamps=stamps,
    restored=restored,
    after=after,
)
save = SERVICES.save
restore = SERVICES.restore
set_values = SERVICES.set_values
set_state = SERVICES.set_state
set_checked = SERVICES.set_checked
