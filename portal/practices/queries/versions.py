"""Versions of a practice: how it stood each time it was saved."""

from portal.practices.models import Practice, PracticeVersion
from portal.upkeep.queries.versions import (
    Edition,
    is_published,
    kept_editions,
    those_that_differ,
)
from portal.upkeep.snapshots import Snapshot, group, keys

NOT_PUBLIC = ("/state", "/source", "/source_at")


def editions(practice: Practice) -> list[Edition]:
    """Every version, newest first."""
    return kept_editions(PracticeVersion, PracticeVersion.practice == practice.id)


def public_editions(practice: Practice) -> list[Edition]:
    """The versions in which what the public may read had changed, newest first, with
    that alone. Who saved them is left out."""
    return those_that_differ(editions(practice), public_part)


def public_part(snapshot: Snapshot, now: Snapshot | None = None) -> Snapshot:
    """What the public may read of a version: texts that were published, and still are
    `now`; without any, nothing."""
    texts = {f"text/{language}" for language in keys(snapshot, "text")}
    stands = snapshot if now is None else now
    hidden = {part for part in texts if not is_published(part, snapshot, stands)}
    if hidden == texts:
        return {}
    return {
        name: value
        for name, value in snapshot.items()
        if group(name) not in hidden and not name.endswith(NOT_PUBLIC)
    }
