"""Taking in what people say is wrong, and answering it."""

import secrets
from dataclasses import dataclass
from datetime import timedelta

from flask_babel import gettext as _

from portal.accounts.models import User
from portal.db import database, local_day, now
from portal.directory.models import Service, ServiceVersion, Team
from portal.errors import Refused
from portal.moderation.actions import open_case
from portal.notices import actions as notices
from portal.screening.findings import Finding, Sort
from portal.screening.screen import dangerous, screen
from portal.upkeep.letters import answer_letter
from portal.upkeep.models import (
    FEEDBACK,
    OVER,
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
HOLDS = {
    Sort.IDENTITY_CODE,
    Sort.NAMED_PERSON,
    Sort.HEALTH,
    Sort.PLATE,
    Sort.DANGER,
}
"""What is found in words that may tell of a person, or of danger."""


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
        if same:
            return same
        found = held_for(said)
        stored = ServiceFeedback.create(
            service=service,
            code=new_code(),
            received_at=moment,
            due_on=local_day(moment) + timedelta(days=DAYS_TO_ANSWER),
            state=FeedbackState.HELD if found else FeedbackState.RECEIVED,
            urgent=dangerous(found),
            **vars(said),
        )
        if found:
            open_case(FEEDBACK, stored.id, language=said.language, findings=found)
    return stored


def held_for(said: Said) -> tuple[Finding, ...]:
    """What in the words a moderator is to read before editors do."""
    found = screen({"question": said.question, "message": said.message})
    return tuple(one for one in found if one.sort in HOLDS)


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
    """Delete what was answered or closed more than so many days ago; returns how
    many."""
    old = now() - timedelta(days=days)
    answered = ServiceFeedback.state.in_(list(OVER))
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
