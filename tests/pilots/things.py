"""Pilots in English, with sites that tell."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import count

from portal.db import bump, today
from portal.pilots import entry_links
from portal.pilots.actions.creating import (
    MeasureDraft,
    PilotDraftText,
    SiteDraft,
    create,
)
from portal.pilots.actions.entries import Given, tell
from portal.pilots.models import CHANGES, Aim, Measure, Pilot, PilotState, Site, Unit
from portal.pilots.queries.shelf import Shelved, shelf
from portal.vocabulary.queries import vocabulary

_numbers = count(1)
WEEKS = 4


def weeks_ago(weeks: int) -> date:
    return today() - timedelta(weeks=weeks)


def make_measure(
    name: str = "Times told", unit: Unit = Unit.MEAN, aim: Aim = Aim.DOWN, **fields
) -> MeasureDraft:
    numbers = {
        key: Decimal(fields.pop(key)) for key in ("baseline", "target") if key in fields
    }
    return MeasureDraft(unit, aim, {"en": name}, **numbers, **fields)


def make_pilot(
    name: str = "", sites: str = "harju koskela", measures=None, **fields
) -> Pilot:
    """A public pilot that has run for twelve weeks: three periods are over. `sites` are
    codes of areas."""
    n = next(_numbers)
    text = PilotDraftText(name or f"Pilot {n}", "A summary", "It helps")
    texts = fields.pop("texts", {"en": text})
    areas = vocabulary().of("area")
    values = {
        "slug": f"pilot-{n}",
        "state": PilotState.RUNNING,
        "public": True,
        "starts_on": weeks_ago(3 * WEEKS),
        "entry_weeks": WEEKS,
    }
    return create(
        values | fields,
        texts,
        [SiteDraft(areas[code]) for code in sites.split()],
        [make_measure()] if measures is None else measures,
    )


def shelved(pilot: Pilot) -> Shelved:
    return shelf()[pilot.id]


def site_of(pilot: Pilot, number: int = 0) -> Site:
    return list(Site.select().where(Site.pilot == pilot.id).order_by(Site.position))[
        number
    ]


def measure_of(pilot: Pilot, number: int = 0) -> Measure:
    these = Measure.select().where(Measure.pilot == pilot.id)
    return list(these.order_by(Measure.position))[number]


def told(pilot: Pilot, *figures, site: int = 0, measure: int = 0, edition: int = 0):
    """What a site tells of the periods from the first on: pairs of people and sum."""
    row, followed = site_of(pilot, site), measure_of(pilot, measure)
    for number, (n, total) in enumerate(figures):
        starts = pilot.starts_on + timedelta(weeks=pilot.entry_weeks * number)
        given = Given(followed.id, n, Decimal(total), edition)
        tell(row.id, row.link_edition, starts, [given])


def add_site(pilot: Pilot, area: str = "harju") -> Site:
    bump(CHANGES)
    return Site.create(pilot=pilot, area=vocabulary().of("area")[area].id)


def entry_token(app, site: Site, edition: int = 1) -> str:
    with app.app_context():
        return entry_links.signed(site.id, int(site.pilot_id), edition)
