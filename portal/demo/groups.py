"""Loading the groups of the demo region and the questions practice wants answered."""

from datetime import date, timedelta
from typing import Any

from portal.accounts.models import User
from portal.db import today
from portal.demo.files import entries, in_languages
from portal.demo.library.keys import ids, noon, organisations
from portal.groups.actions import claims, decisions, groups, meetings, questions
from portal.groups.actions.claims import ClaimDraft
from portal.groups.models import (
    KIND,
    OPEN_QUESTION,
    Claim,
    ClaimState,
    Group,
    GroupDecision,
    Meeting,
    OpenQuestion,
)
from portal.groups.queries.written import written
from portal.groups.snapshots import ENDING, QUESTION
from portal.materials.models import KIND as MATERIAL
from portal.materials.models import Material
from portal.practices.models import KIND as PRACTICE
from portal.upkeep.snapshots import YES
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import Vocabulary

TUESDAY = 1
CONTACT = "tutkija@verstas.example"


def load(words: Vocabulary, student: User) -> None:
    codes, practices = organisations(), ids()
    for entry in entries("groups.toml", "group"):
        group = begun(entry, codes, practices)
        met = {part["key"]: call(group, part) for part in entry["meeting"]}
        for part in entry["decision"]:
            decide(group, part, met[part["meeting"]])
    for entry in entries("open-questions.toml", "question"):
        ask(entry, words, practices, student)


def begun(
    entry: dict[str, Any], codes: dict[str, int], practices: dict[str, int]
) -> Group:
    told = {
        "organisation": str(codes[entry["organisation"]]),
        "mailbox": entry["mailbox"],
        "closed_on": in_days(entry["closed"]).isoformat() if "closed" in entry else "",
        "public": YES,
        **texts(entry),
    }
    group = groups.create(told, by=None, slug=entry["slug"])
    for part in entry["member"]:
        of = codes.get(part.get("organisation", ""))
        roles = {code: part[code] for code in ("fi", "sv", "en")}
        groups.add_member(group.id, roles, of, part.get("other", ""))
    for slug in entry["practices"]:
        groups.set_link(KIND, group.id, PRACTICE, practices[slug], wanted=True)
    for slug in entry["materials"]:
        item = Material.get(Material.slug == slug).id
        groups.set_link(KIND, group.id, MATERIAL, item, wanted=True)
    return group


def call(group: Group, part: dict[str, Any]) -> Meeting:
    day = on_a_tuesday(in_days(part["on"]))
    told = {"day": day.isoformat(), "starts": "12:30", "ends": "14:30"}
    where = {name: part.get(name, "") for name in ("place", "url")}
    met = meetings.call(group, {**told, **where, **texts(part)}, by=None)
    if part.get("cancelled"):
        meetings.set_cancelled(group, met.id, wanted=True, by=None)
    return met


def decide(group: Group, part: dict[str, Any], met: Meeting) -> None:
    told = {
        "meeting": str(met.id),
        "decided_on": met.starts_at.date().isoformat(),
        "due_on": in_days(part["due"]).isoformat(),
        "state": part["state"],
    }
    made = decisions.add(group, {**told, **texts(part)}, by=None)
    if "settled" in part:
        GroupDecision.update(settled_on=in_days(part["settled"])).where(
            GroupDecision.id == made.id
        ).execute()


def ask(
    entry: dict[str, Any], words: Vocabulary, practices: dict[str, int], student: User
) -> None:
    theme = words.of(Scheme.THEME)[entry["theme"]].id if "theme" in entry else None
    asked = questions.propose(
        entry["fi"]["words"],
        entry["fi"]["why"],
        "fi",
        by=None,
        theme=theme,
        submission=f"demo-{entry['slug']}"[:40],
        slug=entry["slug"],
    )
    group = Group.get_or_none(Group.slug == entry.get("group", ""))
    stands = written(QUESTION, asked.id)
    told = {**texts(entry), "group": str(group.id) if group else ""}
    wanted = {name: told.get(name, value) for name, value in stands.items()}
    questions.save(asked.id, wanted, base=stands)
    end(asked.id, {"state": "open"})
    if "claim" in entry:
        claim(asked.id, entry["claim"], student)
    if entry["state"] == "answered":
        told = {"state": "answered", "answer_url": entry["url"], **texts(entry)}
        end(asked.id, told)
        OpenQuestion.update(answered_on=in_days(entry["answered"])).where(
            OpenQuestion.id == asked.id
        ).execute()
    OpenQuestion.update(asked_at=noon(in_days(entry["asked"]))).where(
        OpenQuestion.id == asked.id
    ).execute()
    for slug in entry["practices"]:
        groups.set_link(OPEN_QUESTION, asked.id, PRACTICE, practices[slug], wanted=True)


def end(question_id: int, told: dict[str, str]) -> None:
    stands = written(ENDING, question_id)
    wanted = {name: told.get(name, value) for name, value in stands.items()}
    questions.set_ending(question_id, wanted, base=stands, by=None)


def claim(question_id: int, part: dict[str, Any], student: User) -> None:
    """One that has lapsed was agreed to, and its day has passed."""
    until = in_days(part["until"])
    draft = ClaimDraft(
        part["name"], CONTACT, part["plan"], part["language"], max(until, today())
    )
    made = claims.claim(
        question_id, draft, by=student, submission=f"demo-{question_id}"
    )
    claims.set_state(made.id, ClaimState.AGREED, by=None)
    Claim.update(until=until, claimed_at=noon(in_days(-60))).where(
        Claim.id == made.id
    ).execute()
    if part["state"] == "lapsed":
        claims.lapse(today())


def texts(part: dict[str, Any]) -> dict[str, str]:
    return {
        f"text/{code}/{name}": words.strip()
        for code, text in in_languages(part).items()
        for name, words in text.items()
    }


def in_days(days: int) -> date:
    return today() + timedelta(days=days)


def on_a_tuesday(day: date) -> date:
    """The Tuesday after, or the day itself."""
    return day + timedelta(days=(TUESDAY - day.weekday()) % 7)
