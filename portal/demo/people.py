"""The people of the demo region, with whom anybody may sign in to try."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from portal.accounts.actions import create_user
from portal.accounts.models import User, Voice
from portal.demo.files import entries
from portal.directory.models import Organisation
from portal.permissions import EVERYWHERE, Role

PASSWORD = "punainen lanka"  # noqa: S105  shown on the sign-in page of a demo


@dataclass(frozen=True)
class Person:
    email: str
    name: str
    what: dict[str, str]


@cache
def shown() -> list[Person]:
    return [
        Person(
            entry["email"],
            entry["name"],
            {code: entry[code]["what"] for code in ("fi", "sv", "en")},
        )
        for entry in entries("people.toml", "person")
    ]


def kept_by(entry: dict[str, Any]) -> int:
    """The one organisation that a partner edits for; the region's own edit all."""
    if entry["voice"] == Voice.STAFF or "organisation" not in entry:
        return EVERYWHERE
    found: Organisation = Organisation.get(Organisation.code == entry["organisation"])
    return found.id


def load() -> dict[str, User]:
    return {
        entry["email"]: create_user(
            email=entry["email"],
            name=entry["name"],
            password=PASSWORD,
            language=entry["language"],
            voice=Voice(entry["voice"]),
            roles=[Role(role) for role in entry["roles"]],
            organisation=kept_by(entry),
        )
        for entry in entries("people.toml", "person")
    }
