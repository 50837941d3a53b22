"""Links that ask one question of whoever holds them, without signing in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import abort, current_app
from itsdangerous import BadData, SignatureExpired, URLSafeTimedSerializer

from portal import limits

DAYS = 60
SECONDS_A_DAY = 24 * 3600

Link = TypeVar("Link")


@dataclass(frozen=True)
class Signed:
    """What was signed, and whether that is over 60 days ago."""

    parts: list[Any]
    outdated: bool


def sign(purpose: str, *parts: object) -> str:
    return str(serializer(purpose).dumps(parts))


def read(purpose: str, token: str) -> Signed | None:
    """What a token of this purpose holds, or None if it is not one of ours."""
    try:
        return Signed(
            serializer(purpose).loads(token, max_age=DAYS * SECONDS_A_DAY), False
        )
    except SignatureExpired:
        return Signed(serializer(purpose).loads(token), True)
    except BadData:
        return None


def asked(reading: Callable[[str], Link | None], token: str) -> Link:
    """What the link asks, or 404. Guesses are counted."""
    limits.allow(limits.FOLLOW)
    link = reading(token)
    if link is None:
        limits.count_failure(limits.FOLLOW)
        abort(404)
    return link


def serializer(purpose: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt=purpose)
