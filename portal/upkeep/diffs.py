"""What differs between two versions of a service."""

from collections.abc import Iterator

from portal.upkeep.snapshots import Snapshot, differing


def changes(before: Snapshot, after: Snapshot) -> Iterator[tuple[str, str, str]]:
    """What differs: the name, the text before and the text after."""
    for name in differing(before, after):
        old, new = before.get(name, ""), after.get(name, "")
        if old != new:
            yield name, old, new
