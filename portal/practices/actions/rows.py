"""Writing to the tables what differs between two snapshots of a practice."""

from datetime import datetime
from typing import Any

from portal.db import insert_all, now, tuples, upsert
from portal.directory.models import Organisation, Team
from portal.practices.models import (
    Practice,
    PracticeAuthor,
    PracticeReference,
    PracticeTag,
    PracticeText,
)
from portal.practices.snapshots import TEXTS
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


def write(practice: Practice, before: Snapshot, after: Snapshot) -> None:
    """Bring the rows of a practice from what they hold to what they are to hold. A
    text that stays as it is keeps its date."""
    changed = differing(before, after)
    _write_facts(practice, [name for name in changed if not group(name)], after)
    for part in filter(None, groups(changed)):
        kind, key = part.split("/")
        found = members(after, part).items()
        new = {name.removeprefix(f"{part}/"): value for name, value in found}
        (_write_text if kind == "text" else _write_reference)(practice, key, new)


def _write_facts(practice: Practice, changed: list[str], after: Snapshot) -> None:
    values: dict[str, Any] = {}
    for name in changed:
        value = after.get(name, "")
        if name == "organisation":
            values[name] = Organisation.get_or_none(Organisation.code == value)
        elif name == "team":
            values[name] = Team.get_or_none(Team.code == value)
        elif name == "checked_on":
            values[name] = as_date(value)
        elif name == "authors":
            write_authors(practice, value.split())
        elif name.startswith("tags/"):
            _write_tags(practice, Scheme(name.removeprefix("tags/")), value.split())
    if values:
        Practice.update(values).where(Practice.id == practice.id).execute()


def write_authors(practice: Practice, codes: list[str]) -> None:
    PracticeAuthor.delete().where(PracticeAuthor.practice == practice.id).execute()
    found = Organisation.select(Organisation.id).where(Organisation.code.in_(codes))
    insert_all(
        PracticeAuthor,
        [{"practice": practice.id, "organisation": key} for (key,) in tuples(found)],
    )


def _write_tags(practice: Practice, scheme: Scheme, codes: list[str]) -> None:
    words = vocabulary().of(scheme)
    PracticeTag.delete().where(
        PracticeTag.practice == practice.id,
        PracticeTag.term.in_([word.id for word in words.values()]),
    ).execute()
    insert_all(
        PracticeTag,
        [
            {"practice": practice.id, "term": words[code].id}
            for code in codes
            if code in words
        ],
    )


def _write_text(practice: Practice, language: str, new: Snapshot) -> None:
    if not new:
        PracticeText.delete().where(
            PracticeText.practice == practice.id, PracticeText.language == language
        ).execute()
        return
    source_at = new.get("source_at")
    upsert(
        PracticeText,
        {"practice": practice.id, "language": language},
        **{name: new.get(name, "") for name in (*TEXTS, "source")},
        state=new["state"],
        source_at=datetime.fromisoformat(source_at) if source_at else None,
        updated_at=now(),
    )


def _write_reference(practice: Practice, key: str, new: Snapshot) -> None:
    """A new one comes last; one that was taken away meanwhile comes back."""
    number = int(key) if key.isdigit() else 0
    these = PracticeReference.practice == practice.id
    this = these & (PracticeReference.id == number)
    if not new:
        PracticeReference.delete().where(this).execute()
        return
    values = {
        "title": new["title"],
        "url": new.get("url", ""),
        "year": as_number(new.get("year", "")),
        "language": new["language"],
    }
    if not PracticeReference.update(values).where(this).execute():
        position = PracticeReference.select().where(these).count()
        PracticeReference.create(practice=practice.id, position=position, **values)
