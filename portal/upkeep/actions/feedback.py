"""Taking in what people say is wrong, and answering it."""

import secrets
from dataclasses import dataclass
from datetime import timedelta

from flask_babel import gettext as _

from portal.accounts.models import User
from portal.db import database, local_day, now
from portal.directory.models import Service, ServiceVersion, Team
from portal.errors import Refused
from portal.notices import actions as notices
from portal.upkeep.letters import answer_letter
from portal.upkeep.models import (
    About,
    FeedbackState,
    Outcome,
    ServiceFeedback,
    Source,
)

ALPHABET = "23456789ABCDEFGHJKMNPQRTUVWXYZ"
CODE_LENGTH = 10
DAYS_TO_ANSWER = 14
SAME_MINUTES = 10
EMAIL_KEPT_DAYS = 30


@dataclass(frozen=True, kw_only=True)
class Said:
    """What somebody says is wrong; `service` is missing where nothing was found."""

    source: Source
    about: About
    message: str
    language: str
    email: str = ""
    question: str = ""


@dataclass(frozen=True, kw_only=True)
class Answering:
    state: FeedbackState
    team: Team | None = None
    outcome: Outcome | None = None
    answer: str = ""
    answer_language: str = ""
    version: ServiceVersion | None = None


def new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _sign in range(CODE_LENGTH))


def receive(service: Service | int | None, said: Said) -> ServiceFeedback:
    """Take in a feedback. The same words sent twice in a row are one."""
    moment = now()
    with database.atomic():
        same = ServiceFeedback.get_or_none(
            ServiceFeedback.service.is_null()
            if service is None
            else ServiceFeedback.service == service,
            ServiceFeedback.about == said.about,
            ServiceFeedback.message == said.message,
            ServiceFeedback.question == said.question,
            ServiceFeedback.email == said.email,
            ServiceFeedback.received_at > moment - timedelta(minutes=SAME_MINUTES),
        )
        return same or ServiceFeedback.create(
            service=service,
            code=new_code(),
            received_at=moment,
            due_on=local_day(moment) + timedelta(days=DAYS_TO_ANSWER),
            **vars(said),
        )


def answer(
    found: ServiceFeedback, given: Answering, *, by: User, edition: int
) -> ServiceFeedback:
    """Set the state and the answer. Who asked for it gets a new answer by mail.
    Refused if somebody else has answered since `edition` was read."""
    ends = given.state is FeedbackState.ANSWERED
    first = found.state is not FeedbackState.ANSWERED
    is_new = first or given.answer != found.answer
    values = {
        **vars(given),
        "answered_at": (now() if first else found.answered_at) if ends else None,
        "answered_by": by if ends else None,
        "edition": edition + 1,
    }
    with database.atomic():
        set_ = (
            ServiceFeedback.update(values)
            .where(ServiceFeedback.id == found.id, ServiceFeedback.edition == edition)
            .execute()
        )
        if not set_:
            raise Refused(_("Somebody else has answered this meanwhile."))
        stored: ServiceFeedback = ServiceFeedback.get_by_id(found.id)
        if ends and is_new and stored.email:
            notices.put(stored.email, *answer_letter(stored))
    return stored


def forget_answered(days: int) -> int:
    """Delete what was answered more than so many days ago; returns how many."""
    old = now() - timedelta(days=days)
    answered = ServiceFeedback.state == FeedbackState.ANSWERED
    with database.atomic():
        forgotten: int = (
            ServiceFeedback.delete()
            .where(answered, ServiceFeedback.answered_at < old)
            .execute()
        )
    return forgotten


def erase_addresses() -> int:
    """Erase the e-mail of those who got their answer a while ago."""
    old = now() - timedelta(days=EMAIL_KEPT_DAYS)
    return (
        ServiceFeedback.update(email="")
        .where(ServiceFeedback.email != "", ServiceFeedback.answered_at < old)
        .execute()
    )
