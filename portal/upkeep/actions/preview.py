"""A thing as it would be, for as long as it is looked at."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from portal.db import bump, database, seen_versions
from portal.upkeep.actions.versioned import Versioned
from portal.upkeep.snapshots import Snapshot


@contextmanager
def as_if(
    kind: Versioned, thing: Any, before: Snapshot, after: Snapshot
) -> Iterator[None]:
    """Inside, the tables hold what is wanted; afterwards what they held before."""
    with database.atomic() as transaction:
        bump(kind.content)
        try:
            kind.write(thing, before, after)
            yield
        finally:
            transaction.rollback()
            seen_versions().pop(kind.content, None)
