"""Loading what the municipalities of the demo region answer."""

from datetime import datetime, timedelta
from typing import Any

from portal.db import now, today
from portal.demo.files import entries, in_languages
from portal.inventories.actions import inventories, questions, respondents
from portal.inventories.actions.answers import Said, save
from portal.inventories.actions.inventories import Settings, Text
from portal.inventories.actions.marks import set_mark
from portal.inventories.actions.respondents import Contact
from portal.inventories.actions.snapshots import take
from portal.inventories.drafts import Draft
from portal.inventories.grids import Question
from portal.inventories.models import (
    NOT_KNOWN,
    Inventory,
    InventoryAnswer,
    InventorySnapshot,
    InventoryState,
    Respondent,
    Verdict,
)
from portal.inventories.queries.answers import answers_of, seen_of
from portal.inventories.queries.inventories import inventory
from portal.inventories.queries.questions import asked_now
from portal.practices.models import Practice
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import Vocabulary

Keyed = dict[str, Question]


def load(words: Vocabulary) -> None:
    for entry in entries("inventories.toml", "inventory"):
        row = begun(entry, words)
        keys = [part["key"] for part in entry["question"]]
        answer_all(row, entry, keyed(row, keys), "answers", words)
        keep_snapshot(row, entry)
        put_otherwise(row, entry, keyed(row, keys))
        answer_all(row, entry, keyed(row, keys), "later", words)
        mark_all(row, entry, keyed(row, keys), words)
        tell_days(row, entry)


def begun(entry: dict[str, Any], words: Vocabulary) -> Inventory:
    """The inventory with its questions and who answers them, being asked."""
    texts = {
        code: Text(part["title"], part["intro"])
        for code, part in in_languages(entry).items()
    }
    due_on = today() + timedelta(days=entry["due_in_days"])
    settings = Settings(texts, due_on, entry["public"])
    row = inventories.create(settings, by=None, slug=entry["slug"])
    for part in entry["question"]:
        questions.add(row, drafts(part))
    for asked, part in zip(asked_now(row.id), entry["question"], strict=True):
        if "practice" in part:
            practice = Practice.get(Practice.slug == part["practice"])
            questions.link(row, asked, practice)
    for part in entry["respondent"]:
        contact = Contact(part["role"], part.get("email", ""), part["language"])
        respondents.add(row, words.of(Scheme.AREA)[part["area"]].id, contact)
    inventories.set_state(row, InventoryState.ASKING)
    return row


def drafts(part: dict[str, Any]) -> dict[str, Draft]:
    return {
        code: Draft(text["words"], text.get("help", ""), tuple(text.get("options", ())))
        for code, text in in_languages(part).items()
    }


def keyed(row: Inventory, keys: list[str]) -> Keyed:
    return dict(zip(keys, asked_now(row.id), strict=True))


def answer_all(
    row: Inventory, entry: dict[str, Any], asked: Keyed, when: str, words: Vocabulary
) -> None:
    for part in entry["respondent"]:
        area = words.of(Scheme.AREA)[part["area"]]
        respondent = respondent_of(row, area.id)
        there = answers_of(respondent.id)
        sheet = [
            said(asked[key], list(values), there.get(asked[key].id))
            for key, values in part.get(when, {}).items()
        ]
        save(respondent, sheet, part["language"])


def said(question: Question, values: list[Any], before: InventoryAnswer | None) -> Said:
    option = ""
    if values[0] == NOT_KNOWN:
        option = values.pop(0)
    elif question.coded:
        codes = list(next(iter(question.texts.values())).options)
        option = codes[values.pop(0) - 1]
    return Said(question.id, option, "".join(values), seen_of(before))


def respondent_of(row: Inventory, area_id: int) -> Respondent:
    return Respondent.get(Respondent.inventory == row.id, Respondent.area == area_id)


def keep_snapshot(row: Inventory, entry: dict[str, Any]) -> None:
    found = inventory(row.slug)
    if found:
        taken = take(found, by=None, note=entry["fi"]["snapshot"])
        day = today() - timedelta(days=entry["snapshot_days_ago"])
        this = InventorySnapshot.id == taken.id
        InventorySnapshot.update(taken_on=day).where(this).execute()


def put_otherwise(row: Inventory, entry: dict[str, Any], asked: Keyed) -> None:
    for part in entry["question"]:
        if "changed" in part:
            questions.change(row, asked[part["key"]], drafts(part["changed"]))


def mark_all(
    row: Inventory, entry: dict[str, Any], asked: Keyed, words: Vocabulary
) -> None:
    for part in entry["mark"]:
        area = words.of(Scheme.AREA)[part["area"]]
        answers = answers_of(respondent_of(row, area.id).id)
        answer = answers[asked[part["question"]].id]
        verdict, language = Verdict(part["verdict"]), part["language"]
        set_mark(answer, verdict, part["reason"], language=language, by=None)


def tell_days(row: Inventory, entry: dict[str, Any]) -> None:
    """What was asked and answered is as old as the entry says."""
    asked_at = ago(entry["asked_days_ago"])
    Respondent.update(asked_at=asked_at, reminded_at=ago(3)).where(
        Respondent.inventory == row.id, Respondent.email != ""
    ).execute()
    for part in entry["respondent"]:
        if part.get("done"):
            this = (Respondent.inventory == row.id) & (
                Respondent.email == part["email"]
            )
            Respondent.update(done_at=ago(4)).where(this).execute()


def ago(days: int) -> datetime:
    return now() - timedelta(days=days)
