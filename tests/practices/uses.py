"""Applications of practices for tests."""

from datetime import date
from itertools import count

from portal.accounts.models import User
from portal.practices.actions.applications import UsedHere, tell_use
from portal.practices.models import Application, Practice, Use
from portal.vocabulary.queries import vocabulary
from tests.factories import make_user

_numbers = count(1)
SINCE = date(2025, 3, 1)
ALL = "/en/practices/desk/applications"
NEW = f"{ALL}/new"


def used(area: str = "harju", **fields) -> UsedHere:
    """In use in English; `note`, `result`, `stopped`, `contact` are its words."""
    headings = ("note", "result", "stopped", "contact")
    words = {name: fields.pop(name, "") for name in headings}
    values = {
        "area": vocabulary().of("area")[area].id,
        "organisation": None,
        "state": Use.IN_USE,
        "since": SINCE,
        "until": None,
        "version": 1,
        "email": "",
        "language": "en",
        "words": words,
    }
    return UsedHere(**values | fields)


def make_use(
    practice: Practice, area: str = "harju", *, by: User | None = None, **fields
) -> Application:
    """Told by somebody, through what the page does."""
    return tell_use(
        practice,
        used(area, **fields),
        by=by or make_user(),
        submission=f"use-{next(_numbers)}",
    )


def row(application: Application) -> Application:
    return Application.get_by_id(application.id)


def sent(**changes):
    """What a phone sends when nothing but the least is filled in."""
    fields = {
        "pick_area": "harju",
        "pick_organisation": "",
        "pick_version": "3",
        "state": "in-use",
        "since": "2026-02",
        "submission": "s-1",
    }
    return fields | changes
