"""The people of the demo region, with whom anybody may sign in to try."""

from dataclasses import dataclass
from functools import cache

from portal.accounts.actions import create_user
from portal.accounts.models import User, Voice
from portal.demo.files import entries
from portal.permissions import Role

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


def load() -> dict[str, User]:
    return {
        entry["email"]: create_user(
            email=entry["email"],
            name=entry["name"],
            password=PASSWORD,
            language=entry["language"],
            voice=Voice(entry["voice"]),
            roles=[Role(role) for role in entry["roles"]],
        )
        for entry in entries("people.toml", "person")
    }
