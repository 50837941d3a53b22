"""Keeping what half a year came to, once it is over."""

import json

from portal.db import bump, database, local_day, today
from portal.reports.models import CHANGES, Digest, Phenomenon
from portal.reports.queries.digests import Half, as_it_stands, half_of


def keep_halves() -> list[Half]:
    """Count the half years that are over and were not counted yet."""
    with database.atomic():
        bump(CHANGES)
        first = Phenomenon.select().order_by(Phenomenon.made_at).first()
        if first is None:
            return []
        begins, half = half_of(local_day(first.made_at)), half_of(today()).before
        there = {
            (row.year, row.half) for row in Digest.select(Digest.year, Digest.half)
        }
        missing: list[Half] = []
        while half >= begins:
            missing += [half] if (half.year, half.half) not in there else []
            half = half.before
        for one in missing:
            Digest.create(
                year=one.year,
                half=one.half,
                counted_on=today(),
                figures=json.dumps(as_it_stands(one)),
            )
        return missing
