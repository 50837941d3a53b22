"""What sites tell of a period: sums only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from portal.db import bump, database
from portal.pilots.models import CHANGES, Measure, Pilot, Site, SiteEntry
from portal.pilots.queries.entries import TAKES_FIGURES


@dataclass(frozen=True)
class Given:
    """What is told of one measure, read at an edition; nought where nothing had been
    told."""

    measure: int
    n: int
    total: Decimal
    edition: int


class Met(Exception):  # noqa: N818  a meeting, not a fault
    """Somebody with the same link told otherwise meanwhile. Nothing is saved."""

    def __init__(self, measures: list[int]) -> None:
        super().__init__()
        self.measures = measures


class Ended(Exception):  # noqa: N818  likewise
    """The link or the pilot was ended meanwhile, or the measure taken away. Nothing is
    saved."""


def tell(
    site_id: int, link_edition: int, period_starts: date, given: Iterable[Given]
) -> None:
    """Keep what a site tells of one period. What was told before is corrected; the
    same again changes nothing. Raises Met and Ended."""
    given = list(given)
    with database.atomic():
        bump(CHANGES)
        site = Site.get_or_none(Site.id == site_id, Site.link_edition == link_edition)
        if site is None or Pilot.get_by_id(site.pilot).state not in TAKES_FIGURES:
            raise Ended
        known = {row.id for row in Measure.select().where(Measure.pilot == site.pilot)}
        if not {one.measure for one in given} <= known:
            raise Ended
        these = (SiteEntry.site == site_id) & (SiteEntry.period_starts == period_starts)
        there = {row.measure: row for row in SiteEntry.select().where(these)}
        changed = [
            one
            for one in given
            if one.measure not in there
            or (there[one.measure].n, there[one.measure].total) != (one.n, one.total)
        ]
        met = [one.measure for one in changed if edition_of(there, one) != one.edition]
        if met:
            raise Met(met)
        for one in changed:
            _keep(site_id, period_starts, one, there.get(one.measure))


def edition_of(there: dict[int, SiteEntry], given: Given) -> int:
    row = there.get(given.measure)
    return int(row.edition) if row else 0


def _keep(
    site_id: int, period_starts: date, given: Given, there: SiteEntry | None
) -> None:
    values = {"n": given.n, "total": given.total, "edition": given.edition + 1}
    if there is not None:
        SiteEntry.update(values).where(SiteEntry.id == there.id).execute()
        return
    SiteEntry.create(
        site=site_id, measure=given.measure, period_starts=period_starts, **values
    )
