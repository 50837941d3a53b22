"""How pilots go, by measure, site and period: what may be shown of it. Every figure is
of five people or more, also when one is taken from another."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from portal.db import local_day, today, tuples
from portal.pilots.figures import Figure, Point, Told, points, summed
from portal.pilots.models import Aim, Measure, Site, SiteEntry
from portal.pilots.periods import period
from portal.pilots.queries.shelf import (
    Shelved,
    ShelvedMeasure,
    ShelvedSite,
    shelf,
)


@dataclass(frozen=True)
class Line:
    """One measure at one site. `waiting` periods were told that are too small to be
    shown."""

    site: ShelvedSite
    points: list[Point]
    waiting: int

    @property
    def whole(self) -> Figure | None:
        """All that is shown of the site."""
        return summed(point.figure for point in self.points)

    @property
    def latest(self) -> Figure | None:
        return self.points[-1].figure if self.points else None


@dataclass(frozen=True)
class MeasureResults:
    measure: ShelvedMeasure
    lines: list[Line]

    @property
    def whole(self) -> Figure | None:
        """All that is shown of all sites."""
        return self.of(line.site for line in self.lines)

    def of(self, sites: Iterable[ShelvedSite]) -> Figure | None:
        """All that is shown of these sites together."""
        ids = {site.id for site in sites}
        every = [line.whole for line in self.lines if line.site.id in ids]
        return summed(figure for figure in every if figure)

    @property
    def reached(self) -> bool | None:
        """Whether the whole has come to the target; None where that can't be told."""
        return has_reached(self.measure, self.whole)


@dataclass(frozen=True)
class Results:
    measures: list[MeasureResults]

    @property
    def most(self) -> int:
        """Of the people whom one figure is of."""
        return max((m.whole.n for m in self.measures if m.whole), default=0)


def has_reached(measure: ShelvedMeasure, figure: Figure | None) -> bool | None:
    if figure is None or measure.target is None:
        return None
    if measure.aim is Aim.UP:
        return figure.value >= measure.target
    return figure.value <= measure.target


def results(pilot_id: int) -> Results:
    """One statement, with the shelf warm."""
    return results_of([pilot_id])[pilot_id]


def results_of(ids: Iterable[int]) -> dict[int, Results]:
    """Likewise of several. One statement."""
    every = shelf()
    pilots = {key: every[key] for key in ids}
    told = _told(pilots)
    return {
        key: Results(
            [
                MeasureResults(
                    measure,
                    [
                        Line(site, *points(told[site.id, measure.id], measure.unit))
                        for site in pilot.sites
                    ],
                )
                for measure in pilot.measures
            ]
        )
        for key, pilot in pilots.items()
    }


def _told(pilots: dict[int, Shelved]) -> dict[tuple[int, int], list[Told]]:
    """By site and measure: of the periods that are over."""
    found: dict[tuple[int, int], list[Told]] = defaultdict(list)
    if not pilots:
        return found
    rows = tuples(
        SiteEntry.select(
            SiteEntry.id,
            Site.pilot,
            SiteEntry.site,
            SiteEntry.measure,
            SiteEntry.period_starts,
            SiteEntry.n,
            SiteEntry.total,
            SiteEntry.told_at,
        )
        .join(Site)
        .switch(SiteEntry)
        .join(Measure)
        .where(Site.pilot.in_(list(pilots)), Measure.pilot == Site.pilot)
        .order_by(SiteEntry.period_starts, SiteEntry.id)
    )
    on = today()
    for key, pilot_id, site, measure, starts, n, total, told_at in rows:
        pilot = pilots[pilot_id]
        ends = period(starts, pilot.entry_weeks, pilot.ends_on).ends
        if ends < on:
            since = max(local_day(told_at), ends + timedelta(days=1))
            found[site, measure].append(Told((since, key), starts, n, Decimal(total)))
    return found


def spans(pilot: Shelved, point: Point) -> list[tuple[date, date]]:
    """The first and last days of the periods of a point."""
    found = [
        period(starts, pilot.entry_weeks, pilot.ends_on) for starts in point.periods
    ]
    return [(one.starts, one.ends) for one in found]
