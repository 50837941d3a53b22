"""The signed links by which a card is said to be right, without signing in."""

from dataclasses import dataclass
from datetime import date

from flask import current_app
from itsdangerous import BadData, SignatureExpired, URLSafeTimedSerializer

PURPOSE = "verstas.upkeep.review"
DAYS = 60
SECONDS_A_DAY = 24 * 3600
NEVER = ""


@dataclass(frozen=True)
class ReviewLink:
    """Which card is asked about, and when it had been checked at that time."""

    service_id: int
    checked_on: date | None
    outdated: bool = False


def signed(service_id: int, checked_on: date | None) -> str:
    """A token for one question; once the card is checked, it is used up."""
    day = checked_on.isoformat() if checked_on else NEVER
    return str(serializer().dumps([service_id, day]))


def read(token: str) -> ReviewLink | None:
    """What a token asks, or None if it is not one of ours."""
    outdated = False
    try:
        parts = serializer().loads(token, max_age=DAYS * SECONDS_A_DAY)
    except SignatureExpired:
        outdated, parts = True, serializer().loads(token)
    except BadData:
        return None
    service_id, day = parts
    return ReviewLink(service_id, date.fromisoformat(day) if day else None, outdated)


def serializer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt=PURPOSE)
