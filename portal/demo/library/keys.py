"""What the entries of the library speak of, found in the database."""

from datetime import date, datetime, time, timedelta
from typing import Any

from portal.accounts.models import User
from portal.db import today, tuples
from portal.directory.models import Organisation, Team
from portal.i18n import LANGUAGES
from portal.moderation.models import Case, Decision
from portal.notices.recipients import user_key
from portal.practices.models import Practice

NOON = time(12)


def ids() -> dict[str, int]:
    """Practices by their slugs."""
    return dict(tuples(Practice.select(Practice.slug, Practice.id)))


def teams() -> dict[str, int]:
    return dict(tuples(Team.select(Team.code, Team.id)))


def organisations() -> dict[str, int]:
    return dict(tuples(Organisation.select(Organisation.code, Organisation.id)))


def noon(day: date) -> datetime:
    return datetime.combine(day, NOON)


def written(entry: dict[str, Any]) -> datetime:
    """On its day, or so many days ago."""
    if "days_ago" in entry:
        return noon(today() - timedelta(days=entry["days_ago"]))
    return noon(entry["written"])


def texts(entry: dict[str, Any]) -> dict[str, str]:
    """One text by language."""
    return {code: entry[code] for code in LANGUAGES if code in entry}


def case(kind: str, row: Any, moderator: User, *, waiting: bool) -> dict[str, Any]:
    """That a moderator has read it and let it through, or is still to read it."""
    author: User | None = row.author
    return {
        "kind": kind,
        "item_id": row.id,
        "language": row.language,
        "author": user_key(author.id) if author else "",
        "opened_at": row.written_at,
        "decided_at": None if waiting else row.written_at,
        "decided_by": None if waiting else moderator.id,
        "decision": None if waiting else Decision.PUBLISH,
    }


def store_cases(cases: list[dict[str, Any]]) -> None:
    Case.insert_many(cases).execute()
