"""Which things have changed: a version for every thousand ids of a kind."""

from collections.abc import Callable, Collection

from portal.db import Version, bump, tuples

RUN_BITS = 10
"""Things whose ids share all but their last bits change together."""


Hear = Callable[[str, Collection[int]], None]

_hearing: dict[str, Hear] = {}


def register(name: str, hear: Hear) -> None:
    """Let a feature hear which things of any kind have changed."""
    _hearing[name] = hear


def touch(kind: str, item_ids: Collection[int]) -> None:
    """Say that what is known of these things has changed."""
    for run in sorted({item_id >> RUN_BITS for item_id in item_ids}):
        bump(f"{kind}:{run}")
    for hear in _hearing.values():
        hear(kind, item_ids)


def runs(kind: str) -> dict[int, int]:
    """The version of each run of ids in which a thing has ever changed."""
    name = f"{kind}:"
    query = Version.select(Version.name, Version.number)
    return {
        int(found.removeprefix(name)): number
        for found, number in tuples(query.where(Version.name.startswith(name)))
    }
