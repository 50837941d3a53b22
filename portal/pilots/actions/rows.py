"""Writing to the tables what differs between two snapshots of a pilot."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any

from flask_babel import gettext as _

from portal.db import insert_all, now, upsert
from portal.directory.models import Organisation, Team
from portal.errors import Refused
from portal.i18n import LANGUAGES
from portal.links.actions import join, part
from portal.pilots.models import (
    KIND,
    Aim,
    Measure,
    MeasureText,
    Pilot,
    PilotText,
    Site,
    SiteEntry,
    Unit,
)
from portal.pilots.snapshots import MEASURE_TEXTS, TEXTS
from portal.practices.models import KIND as PRACTICE
from portal.practices.models import Practice
from portal.upkeep.snapshots import (
    Snapshot,
    as_date,
    as_number,
    differing,
    group,
    groups,
    members,
)
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import vocabulary


def write(pilot: Any, before: Snapshot, after: Snapshot) -> None:
    """Bring the rows of a pilot from what they hold to what they are to hold."""
    changed = differing(before, after)
    refuse_to_lose(pilot.id, changed, after)
    _write_facts(pilot.id, [name for name in changed if not group(name)], after)
    for one in filter(None, groups(changed)):
        kind, key = one.split("/")
        found = members(after, one).items()
        new = {name.removeprefix(f"{one}/"): value for name, value in found}
        WRITERS[kind](pilot.id, key, new)


def refuse_to_lose(pilot_id: int, changed: Iterable[str], after: Snapshot) -> None:
    """What sites have told figures of stays what it was when they told."""
    told = SiteEntry.select().join(Site).where(Site.pilot == pilot_id)
    names = list(changed)
    if {"starts_on", "entry_weeks"} & set(names) and told.exists():
        raise Refused(
            _("Places have told figures: the day it began and how often stay as is.")
        )
    for name in names:
        kind, _slash, rest = name.partition("/")
        key, _slash, field = rest.partition("/")
        lost = group(name) not in groups(after) or field == "unit"
        if kind not in {"measure", "site"} or not lost or not key.isdigit():
            continue
        column = SiteEntry.measure if kind == "measure" else SiteEntry.site
        if SiteEntry.select().where(column == int(key)).exists():
            raise Refused(_("Figures have been told of it. It stays as it is."))


def _write_facts(pilot_id: int, changed: list[str], after: Snapshot) -> None:
    values: dict[str, Any] = {}
    for name in changed:
        value = after.get(name, "")
        if name == "organisation":
            values[name] = Organisation.get_or_none(Organisation.code == value)
        elif name == "team":
            values[name] = Team.get_or_none(Team.code == value)
        elif name == "practice":
            values[name] = _set_practice(pilot_id, value)
        elif name == "group":
            word = vocabulary().of(Scheme.GROUP).get(value)
            values[name] = word.id if word else None
        elif name == "practice_edition":
            values[name] = as_number(value)
        elif name == "entry_weeks":
            values[name] = int(value)
        elif name == "public":
            values[name] = bool(value)
        else:
            values[name] = as_date(value)
    if values:
        Pilot.update(values).where(Pilot.id == pilot_id).execute()


def _set_practice(pilot_id: int, slug: str) -> Practice | None:
    earlier = Pilot.get_by_id(pilot_id).practice
    if earlier:
        part(PRACTICE, earlier, KIND, pilot_id)
    practice = Practice.get_or_none(Practice.slug == slug)
    if practice:
        join(PRACTICE, practice.id, KIND, pilot_id)
    return practice


def _write_text(pilot_id: int, language: str, new: Snapshot) -> None:
    if not new:
        PilotText.delete().where(
            PilotText.pilot == pilot_id, PilotText.language == language
        ).execute()
        return
    source_at = new.get("source_at")
    upsert(
        PilotText,
        {"pilot": pilot_id, "language": language},
        **{name: new.get(name, "") for name in (*TEXTS, "source")},
        source_at=datetime.fromisoformat(source_at) if source_at else None,
        updated_at=now(),
    )


def _write_measure(pilot_id: int, key: str, new: Snapshot) -> None:
    number = int(key) if key.isdigit() else 0
    this = (Measure.pilot == pilot_id) & (Measure.id == number)
    if not new:
        Measure.delete().where(this).execute()
        return
    values = {
        "unit": Unit(new["unit"]),
        "aim": Aim(new["aim"]),
        "baseline": as_decimal(new["baseline"]),
        "baseline_n": as_number(new["baseline_n"]),
        "target": as_decimal(new["target"]),
    }
    if not Measure.update(values).where(this).execute():
        position = Measure.select().where(Measure.pilot == pilot_id).count()
        number = Measure.create(pilot=pilot_id, position=position, **values).id
    MeasureText.delete().where(MeasureText.measure == number).execute()
    written = {
        code: {name: new.get(f"{name}/{code}", "") for name in MEASURE_TEXTS}
        for code in LANGUAGES
    }
    insert_all(
        MeasureText,
        [
            {"measure": number, "language": code, **texts}
            for code, texts in written.items()
            if texts["name"]
        ],
    )


def _write_site(pilot_id: int, key: str, new: Snapshot) -> None:
    number = int(key) if key.isdigit() else 0
    this = (Site.pilot == pilot_id) & (Site.id == number)
    if not new:
        Site.delete().where(this).execute()
        return
    values = {
        "area": vocabulary().of(Scheme.AREA)[new["area"]].id,
        "name": new["name"],
        "variant": new["variant"],
    }
    if not Site.update(values).where(this).execute():
        position = Site.select().where(Site.pilot == pilot_id).count()
        Site.create(pilot=pilot_id, position=position, **values)


def as_decimal(value: str) -> Decimal | None:
    return Decimal(value) if value else None


WRITERS = {"text": _write_text, "measure": _write_measure, "site": _write_site}
