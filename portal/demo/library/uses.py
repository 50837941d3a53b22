"""What the places that use a practice tell of it."""

from typing import Any

from portal.accounts.models import User
from portal.db import now, today
from portal.demo.files import entries
from portal.demo.library.keys import noon, organisations, texts
from portal.i18n import LANGUAGES
from portal.practices.models import Application, ApplicationText, Practice, Use
from portal.vocabulary.queries import vocabulary


def load(practices: dict[str, int], persons: dict[str, User]) -> None:
    told = {entry["practice"]: entry for entry in entries("practice-uses.toml", "use")}
    slugs = {number: slug for slug, number in practices.items()}
    areas = vocabulary().words
    owners = {row.id: row.organisation for row in Practice.select()}
    notes = words_now()
    rows = []
    for row in Application.select().order_by(Application.id):
        entry = told.get(slugs[row.practice], {})
        place = place_of(entry, areas[row.area].code)
        store(row, place, owners[row.practice], persons)
        for code in LANGUAGES:
            words = {
                **said(row, notes.get((row.id, code), "")),
                "result": texts(place).get(code, ""),
                "contact": texts(entry).get(code, ""),
            }
            if any(words.values()):
                rows.append({"application": row.id, "language": code, **words})
    ApplicationText.delete().execute()
    ApplicationText.insert_many(rows).execute()


def words_now() -> dict[tuple[int, str], str]:
    return {
        (row.application, row.language): row.note for row in ApplicationText.select()
    }


def place_of(entry: dict[str, Any], area: str) -> dict[str, Any]:
    places = entry.get("place", [])
    return next((place for place in places if place["area"] == area), {})


def said(row: Application, note: str) -> dict[str, str]:
    """What a place that stopped has told is why."""
    over = row.state is Use.STOPPED
    return {"note": "" if over else note, "stopped": note if over else ""}


def store(
    row: Application, place: dict[str, Any], owner: int, persons: dict[str, User]
) -> None:
    told = row.since if row.since and row.since <= today() else None
    organisation = place.get("organisation")
    Application.update(
        organisation=organisations()[organisation] if organisation else owner,
        version=place.get("version"),
        email=place.get("email", ""),
        told_by=persons[place["told_by"]] if "told_by" in place else None,
        told_at=noon(told) if told else now(),
        asked_on=place.get("asked"),
        asked_times=place.get("asked_times", 0),
        confirmed_on=place.get("confirmed"),
    ).where(Application.id == row.id).execute()
