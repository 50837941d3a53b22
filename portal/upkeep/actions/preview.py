"""The service as it would be, for as long as it is looked at."""

from collections.abc import Iterator
from contextlib import contextmanager

from portal.db import bump, database, seen_versions
from portal.directory.models import CHANGES, Service
from portal.upkeep.actions.rows import write
from portal.upkeep.snapshots import Snapshot


@contextmanager
def as_if(service: Service, before: Snapshot, after: Snapshot) -> Iterator[None]:
    """Inside, the tables hold what is wanted; afterwards what they held before."""
    with database.atomic() as transaction:
        bump(CHANGES)
        try:
            write(service, before, after)
            yield
        finally:
            transaction.rollback()
            seen_versions().pop(CHANGES, None)
