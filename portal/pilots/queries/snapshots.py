"""A pilot read whole, as it stands in the tables."""

from collections import defaultdict
from decimal import Decimal
from typing import Any

from portal.db import tuples
from portal.decimals import plain
from portal.directory.models import Organisation, Team
from portal.i18n import LANGUAGES
from portal.pilots.models import Measure, MeasureText, Pilot, PilotText, Site
from portal.pilots.snapshots import MEASURE, MEASURE_TEXTS, OF_A_TEXT
from portal.practices.models import Practice
from portal.upkeep.queries.snapshots import text_of
from portal.upkeep.snapshots import Snapshot
from portal.vocabulary.queries import vocabulary


def snapshot(pilot: Any) -> Snapshot:
    """Everything that editors may change, in a fixed number of statements."""
    return {
        **facts(pilot.id),
        **texts(pilot.id),
        **measures(pilot.id),
        **sites(pilot.id),
    }


def facts(pilot_id: int) -> Snapshot:
    row: Any = (
        Pilot.select(
            Pilot,
            Practice.slug.alias("practice_slug"),
            Organisation.code.alias("organisation_code"),
            Team.code.alias("team_code"),
        )
        .left_outer_join(Practice)
        .switch(Pilot)
        .left_outer_join(Organisation)
        .switch(Pilot)
        .left_outer_join(Team, on=Pilot.team == Team.id)
        .where(Pilot.id == pilot_id)
        .objects()
        .get()
    )
    words = vocabulary().words
    return {
        "practice": text_of(row.practice_slug),
        "practice_edition": text_of(row.practice_edition),
        "group": words[row.group].code if row.group in words else "",
        "organisation": text_of(row.organisation_code),
        "team": text_of(row.team_code),
        "starts_on": text_of(row.starts_on),
        "ends_on": text_of(row.ends_on),
        "entry_weeks": text_of(row.entry_weeks),
        "public": "1" if row.public else "",
    }


def texts(pilot_id: int) -> Snapshot:
    """In the order of the portal's languages."""
    rows: Any = PilotText.select().where(PilotText.pilot == pilot_id)
    return {
        f"text/{row.language}/{name}": text_of(getattr(row, name))
        for row in sorted(rows, key=lambda row: list(LANGUAGES).index(row.language))
        for name in OF_A_TEXT
    }


def measures(pilot_id: int) -> Snapshot:
    rows = list(
        Measure.select()
        .where(Measure.pilot == pilot_id)
        .order_by(Measure.position, Measure.id)
    )
    written: dict[int, dict[str, Any]] = defaultdict(dict)
    for text in MeasureText.select().where(
        MeasureText.measure.in_([row.id for row in rows])
    ):
        written[text.measure][text.language] = text
    found: Snapshot = {}
    for row in rows:
        part = f"measure/{row.id}"
        for name in MEASURE:
            found[f"{part}/{name}"] = number_text(getattr(row, name))
        for name in MEASURE_TEXTS:
            for code in LANGUAGES:
                there = written[row.id].get(code)
                found[f"{part}/{name}/{code}"] = getattr(there, name) if there else ""
    return found


def number_text(value: Any) -> str:
    """A number without needless noughts."""
    if isinstance(value, Decimal):
        return plain(value)
    return text_of(value)


def sites(pilot_id: int) -> Snapshot:
    words = vocabulary().words
    found: Snapshot = {}
    for key, area, name, variant in tuples(
        Site.select(Site.id, Site.area, Site.name, Site.variant)
        .where(Site.pilot == pilot_id)
        .order_by(Site.position, Site.id)
    ):
        part = f"site/{key}"
        found |= {
            f"{part}/area": words[area].code,
            f"{part}/name": name,
            f"{part}/variant": variant,
        }
    return found
