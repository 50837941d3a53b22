"""Loading how it was chosen which pilots go on, and how far that has been taken up."""

from datetime import date, datetime
from typing import Any

from portal.accounts.models import User
from portal.demo.files import entries, in_languages
from portal.i18n import LANGUAGES
from portal.pilots.actions import decisions, scores, selections, states
from portal.pilots.actions.decisions import Ruling, Verdict
from portal.pilots.actions.scores import Point
from portal.pilots.actions.selections import Draft
from portal.pilots.actions.take_ups import Told, seen_of, set_take_up
from portal.pilots.locking import Weighed
from portal.pilots.models import (
    Choice,
    Pilot,
    PilotState,
    Selection,
    SelectionVersion,
    TakeUpState,
)
from portal.pilots.queries.selections import record_by_id
from portal.pilots.queries.take_ups import newest_edition
from portal.pilots.records import Given, Record
from portal.upkeep.notes import NO_NOTE, Note
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import Vocabulary


def load(words: Vocabulary, by: User) -> None:
    """Who signs for it is a coordinator."""
    for entry in entries("selections.toml", "selection"):
        made = selections.create(draft(entry), by=by, slug=entry["slug"])
        record = again(made)
        selections.lock(record, seen=record.digest_now, by=by)
        at(made, locked_at=entry["locked"])
        if "opened" in entry:
            decide(made, entry, by)
            take_up(entry, words, by)


def draft(entry: dict[str, Any]) -> Draft:
    slugs = [one["pilot"] for one in entry["candidate"]]
    return Draft(
        {code: text["title"] for code, text in in_languages(entry).items()},
        tuple(pilot.id for pilot in Pilot.select().where(Pilot.slug.in_(slugs))),
        tuple(Weighed(one["weight"], said(one)) for one in entry["criterion"]),
    )


def said(entry: dict[str, Any]) -> dict[str, str]:
    return {code: entry[code] for code in LANGUAGES if code in entry}


def written(entry: dict[str, Any], part: str) -> dict[str, str]:
    """One part of what an entry says in each language."""
    return {code: text[part] for code, text in in_languages(entry).items()}


def decide(made: Selection, entry: dict[str, Any], by: User) -> None:
    """Points, the decision, and what was corrected after it."""
    selections.open_results(again(made))
    at(made, opened_at=entry["opened"])
    give(again(made), entry, "first_points", by)
    decisions.decide(again(made), ruling(again(made), entry), seen=unseen(made), by=by)
    if "corrected" not in entry:
        return
    give(again(made), entry, "points", by, Note(entry["fi"]["note"], "fi"))
    SelectionVersion.update(corrected_at=entry["corrected"]).where(
        SelectionVersion.selection == made.id
    ).execute()


def give(
    record: Record, entry: dict[str, Any], which: str, by: User, note: Note = NO_NOTE
) -> None:
    found = {one["pilot"]: one for one in entry["candidate"]}
    points = []
    for runner in record.runners:
        one = found[runner.slug]
        given = zip(
            record.criteria,
            one.get(which, one["points"]),
            one["sources"],
            one.get("languages", ["fi"] * len(record.criteria)),
            strict=True,
        )
        for criterion, number, source, code in given:
            there = record.scores.get((criterion.id, runner.id))
            seen = scores.seen_score(there)
            points.append(
                Point(criterion.id, runner.id, Given(number, source, code), seen)
            )
    scores.save(record, points, by=by, note=note)


def ruling(record: Record, entry: dict[str, Any]) -> Ruling:
    found = {one["pilot"]: one for one in entry["candidate"]}
    verdicts = {
        runner.id: Verdict(
            Choice(found[runner.slug]["choice"]),
            written(found[runner.slug], "reason"),
        )
        for runner in record.runners
    }
    return Ruling(
        verdicts,
        entry["body"],
        entry["decided_on"],
        written(entry, "decision"),
        written(entry, "dissent"),
    )


def take_up(entry: dict[str, Any], words: Vocabulary, by: User) -> None:
    for one in entry["candidate"]:
        if "take_up" not in one:
            continue
        pilot = Pilot.get(Pilot.slug == one["pilot"])
        started: date = entry["decided_on"]
        states.set_state(pilot.id, PilotState.ROLL_OUT, by=by, on=started)
        editions = {
            "now": newest_edition(pilot.practice),
            "tried": pilot.practice_edition,
        }
        for place in one["take_up"]:
            told = Told(
                TakeUpState(place["state"]),
                editions.get(place.get("edition", "")),
                place.get("since"),
                written(place, "reason"),
            )
            area = words.of(Scheme.AREA)[place["area"]]
            set_take_up(pilot.id, area, told, seen=seen_of(None))


def again(made: Selection) -> Record:
    found = record_by_id(made.id)
    if found is None:
        raise LookupError(made.slug)
    return found


def unseen(made: Selection) -> str:
    return decisions.seen_of(again(made))


def at(made: Selection, **moments: datetime) -> None:
    """When it was done, as the story tells it."""
    Selection.update(moments).where(Selection.id == made.id).execute()
