"""The signed links by which sites tell how it goes, without an account."""

from dataclasses import dataclass

from flask import current_app
from itsdangerous import BadData, URLSafeSerializer

PURPOSE = "verstas.pilots.entries"


@dataclass(frozen=True)
class EntryLink:
    """Whose figures a link leads to, and which of their links it is. The pilot tells
    them apart from a later one that a database may give the same number."""

    site: int
    pilot: int
    edition: int


def signed(site: int, pilot: int, edition: int) -> str:
    return str(serializer().dumps([site, pilot, edition]))


def read(token: str) -> EntryLink | None:
    """What a link leads to, or None if it is not one of ours."""
    try:
        return EntryLink(*serializer().loads(token))
    except (BadData, TypeError):
        return None


def serializer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt=PURPOSE)
