"""A pilot as those who keep it see it."""

from dataclasses import dataclass

from portal.db import tuples
from portal.pilots.models import PilotText, PilotVersion
from portal.pilots.queries.shelf import Shelved
from portal.pilots.queries.snapshots import snapshot
from portal.upkeep.queries.versions import Edition, kept_editions, those_that_differ
from portal.upkeep.queries.written import Written
from portal.upkeep.snapshots import Snapshot

NOT_PUBLIC = ("/source", "/source_at", "public")


@dataclass(frozen=True, kw_only=True)
class Draft(Written):
    pilot: Shelved

    @property
    def thing(self) -> Shelved:
        return self.pilot


def draft(pilot: Shelved) -> Draft:
    changed = tuples(
        PilotText.select(PilotText.language, PilotText.updated_at).where(
            PilotText.pilot == pilot.id
        )
    )
    return Draft(
        slug=pilot.slug,
        edition=pilot.edition,
        snapshot=snapshot(pilot),
        changed=dict(changed),
        pilot=pilot,
    )


def editions(pilot: Shelved) -> list[Edition]:
    """Every version, newest first."""
    return kept_editions(PilotVersion, PilotVersion.pilot == pilot.id)


def public_editions(pilot: Shelved) -> list[Edition]:
    """The versions since it is public in which more than where a text comes from had
    changed, without who saved them."""
    return those_that_differ(editions(pilot), public_part)


def public_part(snapshot_: Snapshot, _now: Snapshot) -> Snapshot:
    if not snapshot_.get("public"):
        return {}
    return {
        name: value
        for name, value in snapshot_.items()
        if not name.endswith(NOT_PUBLIC)
    }
