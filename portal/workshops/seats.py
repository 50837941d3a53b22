"""Who of this browser's holder takes part in which workshop: the keys of the
workshops joined, kept in the signed session cookie."""

import hmac

from flask import current_app, session

from portal.workshops.models import Participant

COOKIE_PART = "seats"


def keys() -> dict[str, str]:
    return dict(session.get(COOKIE_PART, {}))


def key_of(workshop_id: int) -> str:
    return keys().get(str(workshop_id), "")


def key_for(submission: str) -> str:
    """The key that a form with this submission seats by; without one, none."""
    if not submission:
        return ""
    secret = current_app.config["SECRET_KEY"].encode()
    return hmac.digest(secret, f"seat:{submission}".encode(), "sha256").hex()


def keep(participant: Participant, key: str) -> None:
    session[COOKIE_PART] = {**keys(), str(participant.workshop): key}
    session.permanent = True


def give_up(workshop_id: int) -> None:
    left = {name: key for name, key in keys().items() if name != str(workshop_id)}
    session[COOKIE_PART] = left
