"""What sites have told, as they and those who keep the pilot see it: every figure."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from portal.db import now, today, tuples
from portal.pilots.models import PilotState, Site, SiteEntry
from portal.pilots.periods import Period, periods
from portal.pilots.queries.shelf import Shelved, ShelvedMeasure, ShelvedSite, shelf

REMIND_DAYS = 7
TAKES_FIGURES = (
    PilotState.RUNNING,
    PilotState.BEING_EVALUATED,
    PilotState.CONTINUED,
    PilotState.ROLL_OUT,
)


@dataclass(frozen=True)
class Entered:
    """What was told of one measure in one period."""

    n: int
    total: Decimal
    edition: int


@dataclass(frozen=True)
class Telling:
    """A site that tells: `told` are the beginnings of periods of which it has told
    something."""

    site: ShelvedSite
    email: str
    link_edition: int
    reminded_at: datetime | None
    periods: list[Period]
    told: frozenset[Any]

    @property
    def missing(self) -> list[Period]:
        """Those that are over and of which nothing was told."""
        on = today()
        return [
            one
            for one in self.periods
            if one.is_over(on) and one.starts not in self.told
        ]


def periods_of(pilot: Shelved) -> list[Period]:
    """Those that have begun, first to last."""
    return periods(pilot.starts_on, pilot.ends_on, pilot.entry_weeks, today())


def entered(site_id: int, period: Period) -> dict[int, Entered]:
    """By measure."""
    rows = SiteEntry.select().where(
        SiteEntry.site == site_id, SiteEntry.period_starts == period.starts
    )
    return {row.measure: Entered(row.n, row.total, row.edition) for row in rows}


def telling(pilots: Iterable[Shelved]) -> dict[int, Telling]:
    """Every site of these by its id. Two statements."""
    every = {pilot.id: pilot for pilot in pilots}
    told: dict[int, set[Any]] = defaultdict(set)
    for site, starts in tuples(
        SiteEntry.select(SiteEntry.site, SiteEntry.period_starts)
        .join(Site)
        .where(Site.pilot.in_(list(every)))
        .distinct()
    ):
        told[site].add(starts)
    shelved = {site.id: site for pilot in every.values() for site in pilot.sites}
    return {
        row.id: Telling(
            shelved[row.id],
            row.email,
            row.link_edition,
            row.reminded_at,
            periods_of(every[row.pilot]),
            frozenset(told[row.id]),
        )
        for row in Site.select()
        .where(Site.pilot.in_(list(every)))
        .order_by(Site.position, Site.id)
        if row.id in shelved
    }


def to_remind() -> list[tuple[Shelved, Telling]]:
    """Sites with an address that have not told of a period that is over, and were not
    reminded within a week."""
    week_ago = now() - timedelta(days=REMIND_DAYS)
    asked = [pilot for pilot in shelf().values() if pilot.state is PilotState.RUNNING]
    of_site = {site.id: pilot for pilot in asked for site in pilot.sites}
    return [
        (of_site[key], one)
        for key, one in telling(asked).items()
        if one.email
        and one.missing
        and (one.reminded_at is None or one.reminded_at <= week_ago)
        and of_site[key].measures
    ]


def site_of(pilot: Shelved, site_id: int) -> ShelvedSite | None:
    return next((site for site in pilot.sites if site.id == site_id), None)


def by_measure(
    pilot: Shelved, there: dict[int, Entered]
) -> list[tuple[ShelvedMeasure, Entered | None]]:
    return [(measure, there.get(measure.id)) for measure in pilot.measures]
