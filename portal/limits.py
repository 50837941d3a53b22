"""How often something may be tried: a token bucket in our own database, so that
every web process counts the same."""

from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from http import HTTPStatus

from flask import current_app, request
from flask_babel import gettext as _
from peewee import CharField, DateTimeField, IntegerField

from portal.db import BaseModel, database, now
from portal.errors import Refused


class Attempts(BaseModel):
    """How often one visitor has failed at one thing in the running window. The
    visitor is known by a keyed digest only, which lives as long as the window."""

    key = CharField(primary_key=True)
    count = IntegerField()
    window_ends = DateTimeField(index=True)


@dataclass(frozen=True)
class Limit:
    name: str
    attempts: int
    minutes: int


SIGN_IN = Limit("sign-in", attempts=10, minutes=10)
JOIN = Limit("join", attempts=60, minutes=10)
FEEDBACK = Limit("feedback", attempts=10, minutes=60)
REGISTER = Limit("register", attempts=60, minutes=60)
FLAG = Limit("flag", attempts=30, minutes=60)
FOLLOW = Limit("follow", attempts=30, minutes=10)


def visitor(limit: Limit) -> str:
    secret = current_app.config["SECRET_KEY"]
    seen = f"{secret}:{limit.name}:{request.remote_addr}"
    return sha256(seen.encode()).hexdigest()


def reached(limit: Limit) -> bool:
    this = (Attempts.key == visitor(limit)) & (Attempts.window_ends > now())
    count = Attempts.select(Attempts.count).where(this).scalar() or 0
    return bool(count >= limit.attempts)


def within(limit: Limit) -> bool:
    """Whether the limit is not reached from here; if so, this is counted too."""
    if reached(limit):
        return False
    count_failure(limit)
    return True


def allow(limit: Limit) -> None:
    """Refuse when there have been too many failures from here."""
    if reached(limit):
        raise Refused(
            _(
                "There have been too many tries from here. Wait %(minutes)s minutes "
                "and try again.",
                minutes=limit.minutes,
            ),
            HTTPStatus.TOO_MANY_REQUESTS,
        )


def forget_ended() -> None:
    """Delete the digests of visitors whose window is over."""
    Attempts.delete().where(Attempts.window_ends < now()).execute()


def count_failure(limit: Limit) -> None:
    """Count one failure. Successes are not counted: a whole hall may join from
    one address."""
    moment = now()
    with database.atomic():
        forget_ended()
        Attempts.insert(
            key=visitor(limit),
            count=1,
            window_ends=moment + timedelta(minutes=limit.minutes),
        ).on_conflict(
            conflict_target=[Attempts.key], update={Attempts.count: Attempts.count + 1}
        ).execute()
