"""What keeps the directory true: what people say is wrong, the asking whether a card
still holds, and the links that were tried."""

from enum import StrEnum

from peewee import (
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    IntegerField,
    SmallIntegerField,
    TextField,
)
from playhouse.fields import EnumField

from portal.accounts.models import User
from portal.db import BaseModel, now, reference
from portal.directory.models import Service, ServiceVersion, Team

FEEDBACK = "feedback"
"""The kind under which it waits for a moderator."""


class About(StrEnum):
    """What somebody says is wrong."""

    HOURS = "hours"
    CONTACT = "contact"
    TEXT = "text"
    CLOSED = "closed"
    OTHER = "other"


class Source(StrEnum):
    """Where it was said: on a card, where nothing was found, or when asked whether
    the card still holds."""

    CARD = "card"
    SEARCH = "search"
    REVIEW = "review"


class FeedbackState(StrEnum):
    """`HELD`: a moderator reads it first, for it may tell of a person or of danger;
    `CLOSED`: they did not pass it on. Editors and readers see neither."""

    RECEIVED = "received"
    MENDING = "mending"
    ANSWERED = "answered"
    HELD = "held"
    CLOSED = "closed"


UNSEEN = {FeedbackState.HELD, FeedbackState.CLOSED}
OVER = {FeedbackState.ANSWERED, FeedbackState.CLOSED}


class Outcome(StrEnum):
    MENDED = "mended"
    NOTHING_TO_MEND = "nothing-to-mend"


class ServiceFeedback(BaseModel):
    """What somebody says is wrong, and what we answer. `question` is what they looked
    for; `code` lets whoever sent it follow it; `email` is erased some time after the
    answer. `version` is the change that mended it. `edition` counts the answers. It is
    urgent when it tells of danger."""

    service = reference(Service, null=True, on_delete="SET NULL")
    source = EnumField(Source, max_length=10)
    about = EnumField(About, max_length=10)
    question = CharField(max_length=200, default="")
    message = TextField()
    email = CharField(max_length=200, default="")
    language = CharField(max_length=2)
    code = CharField(unique=True, max_length=10)
    received_at = DateTimeField(default=now)
    due_on = DateField()
    state = EnumField(FeedbackState, max_length=10, default=FeedbackState.RECEIVED)
    team = reference(Team, null=True, on_delete="SET NULL")
    outcome = EnumField(Outcome, max_length=20, null=True)
    answer = TextField(default="")
    answer_language = CharField(max_length=2, default="")
    answered_at = DateTimeField(null=True)
    answered_by = reference(User, null=True, on_delete="SET NULL")
    version = reference(ServiceVersion, null=True, on_delete="SET NULL")
    edition = IntegerField(default=1)
    urgent = BooleanField(default=False)

    class Meta:
        indexes = (
            (("service", "received_at"), False),
            (("state", "due_on"), False),
        )


class ReviewReminder(BaseModel):
    """When somebody was last asked whether a card still holds."""

    service = reference(Service, unique=True, on_delete="CASCADE")
    sent_on = DateField()


class LinkCheck(BaseModel):
    """An address of the web that cards lead to, and how it answered: `status` is that
    of HTTP, or 0 when nothing answered. `failures` in a row; one is no proof."""

    url = CharField(unique=True, max_length=500)
    status = SmallIntegerField(default=0)
    problem = CharField(max_length=200, default="")
    checked_at = DateTimeField(null=True)
    failures = SmallIntegerField(default=0)
    failing_since = DateTimeField(null=True)


class LinkUse(BaseModel):
    """A card leads to this address."""

    link = reference(LinkCheck, on_delete="CASCADE", backref="uses")
    service = reference(Service, on_delete="CASCADE")

    class Meta:
        indexes = ((("link", "service"), True),)
