"""Loading the pilots of the demo region: what sites told, and the steps they took."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from portal.accounts.models import User
from portal.db import insert_all
from portal.demo.files import entries, in_languages
from portal.demo.library.keys import ids, noon, organisations, teams
from portal.i18n import LANGUAGES
from portal.pilots.actions.creating import (
    MeasureDraft,
    PilotDraftText,
    SiteDraft,
    create,
)
from portal.pilots.actions.states import set_public, set_state
from portal.pilots.models import Aim, Measure, Pilot, PilotState, Site, SiteEntry, Unit
from portal.upkeep.notes import Note
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import Vocabulary

COLUMNS = ("slug", "practice_edition", "starts_on", "ends_on", "entry_weeks")
OWNER = "county"
DAYS_AFTER = 3
"""So many days after the end of a period a site tells of it."""


def load(words: Vocabulary, writer: User) -> None:
    practices, bodies, groups = ids(), organisations(), teams()
    for entry in entries("pilots.toml", "pilot"):
        first, *later = entry["steps"]
        pilot = create(
            {
                **{name: entry[name] for name in COLUMNS if name in entry},
                "practice": practices[entry["practice"]]
                if "practice" in entry
                else None,
                "group": words.of(Scheme.GROUP)[entry["group"]].id,
                "organisation": bodies[OWNER],
                "team": groups[entry["team"]],
            },
            {
                code: PilotDraftText(**text)
                for code, text in in_languages(entry).items()
            },
            [
                SiteDraft(
                    words.of(Scheme.AREA)[site["area"]], variant=site.get("variant", "")
                )
                for site in entry["site"]
            ],
            [measure(told) for told in entry["measure"]],
            by=writer,
            on=first["on"],
        )
        set_public(pilot.id, wanted=True, by=writer)
        insert_all(SiteEntry, told_by_sites(pilot, entry))
        for step in later:
            set_state(
                pilot.id,
                PilotState(step["state"]),
                by=writer,
                note=Note(step.get("note", ""), step.get("language", "")),
                on=step["on"],
            )


def measure(told: dict[str, Any]) -> MeasureDraft:
    return MeasureDraft(
        Unit(told["unit"]),
        Aim(told["aim"]),
        {code: told[code] for code in LANGUAGES},
        {
            code: told[f"explained_{code}"]
            for code in LANGUAGES
            if f"explained_{code}" in told
        },
        number(told, "baseline"),
        told.get("baseline_n"),
        number(told, "target"),
    )


def number(told: dict[str, Any], name: str) -> Decimal | None:
    return Decimal(told[name]) if name in told else None


def told_by_sites(pilot: Pilot, entry: dict[str, Any]) -> list[dict[str, Any]]:
    """One row for each measure, site and period, in that order."""
    sites = Site.select().where(Site.pilot == pilot.id).order_by(Site.position)
    measures = (
        Measure.select().where(Measure.pilot == pilot.id).order_by(Measure.position)
    )
    step = timedelta(weeks=entry["entry_weeks"])
    rows = [
        {
            "site": site.id,
            "measure": followed.id,
            "period_starts": starts,
            "n": n,
            "total": Decimal(total),
            "told_at": noon(starts + step + timedelta(days=DAYS_AFTER)),
        }
        for followed, told in zip(measures, entry["measure"], strict=True)
        for site, series in zip(sites, told["told"], strict=False)
        for number_, (n, total) in enumerate(series)
        for starts in [entry["starts_on"] + step * number_]
    ]
    return sorted(rows, key=lambda row: row["told_at"])
