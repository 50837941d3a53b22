"""Counting anew what is told of phenomena, where enough reports have moved."""

import json
from collections.abc import Collection

from portal.db import bump, database, today, tuples, upsert
from portal.reports.models import CHANGES, Phenomenon, PhenomenonCount
from portal.reports.queries.figures import observed, values, written
from portal.reports.tally import figures, may_be_counted


def count(ids: Collection[int]) -> int:
    """In the caller's transaction. How many phenomena are told anew."""
    day = today()
    possible = values(day)
    told = 0
    for phenomenon_id in ids:
        now_there, seen = observed(phenomenon_id, possible)
        moved = counted_from(phenomenon_id) ^ set(now_there)
        if may_be_counted(len(moved)):
            upsert(
                PhenomenonCount,
                {"phenomenon": phenomenon_id},
                counted_on=day,
                figures=written(figures(seen, possible)),
                reports=json.dumps(sorted(now_there)),
            )
            told += 1
    return told


def counted_from(phenomenon_id: int) -> set[int]:
    """The reports that were counted when its figures were told last."""
    row = PhenomenonCount.get_or_none(PhenomenonCount.phenomenon == phenomenon_id)
    return set(json.loads(row.reports)) if row else set()


def count_all() -> int:
    """What reports that were withdrawn or hidden changed, too."""
    with database.atomic():
        bump(CHANGES)
        return count([key for (key,) in tuples(Phenomenon.select(Phenomenon.id))])
