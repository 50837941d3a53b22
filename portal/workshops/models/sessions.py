from enum import StrEnum

from peewee import (
    BooleanField,
    CharField,
    DateTimeField,
    IntegerField,
    TextField,
)
from playhouse.fields import EnumField

from portal.accounts.models import Voice
from portal.db import BaseModel, now, reference
from portal.workshops.models.participants import Participant
from portal.workshops.models.workshops import Workshop


class Session(BaseModel):
    """One meeting of a workshop, in a place, on a link, or both. Times are UTC.
    `sequence` counts the changes, so that calendars take the newest; the link is
    told to the registered only. One form sent twice has one `submission`."""

    workshop = reference(Workshop, on_delete="CASCADE", backref="sessions")
    starts_at = DateTimeField()
    ends_at = DateTimeField()
    address = CharField(max_length=200, default="")
    link = CharField(max_length=500, default="")
    capacity = IntegerField(null=True)
    cancelled = BooleanField(default=False)
    sequence = IntegerField(default=0)
    submission = CharField(max_length=40, null=True, unique=True)

    class Meta:
        indexes = ((("workshop", "starts_at"), False),)


class SessionText(BaseModel):
    """A session in one language. Getting there and the minutes are Markdown."""

    session = reference(Session, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    title = CharField(max_length=160)
    getting_there = TextField(default="")
    minutes = TextField(default="")

    class Meta:
        indexes = ((("session", "language"), True),)


class RegistrationState(StrEnum):
    REGISTERED = "registered"
    WAITING = "waiting"
    CANCELLED = "cancelled"


class Registration(BaseModel):
    """Somebody who comes to a session, or waits for a place in the order of ids.
    Money is in euro cents; it is noted for experts by experience only. One form sent
    twice has one `submission`."""

    session = reference(Session, on_delete="CASCADE", backref="registrations")
    participant = reference(Participant, null=True, on_delete="SET NULL")
    name = CharField(max_length=80)
    email = CharField(max_length=200, default="")
    needs = CharField(max_length=300, default="")
    voice = EnumField(Voice, max_length=20)
    language = CharField(max_length=2)
    state = EnumField(RegistrationState, max_length=12)
    registered_at = DateTimeField(default=now)
    attended = BooleanField(null=True)
    fee = IntegerField(default=0)
    travel = IntegerField(default=0)
    submission = CharField(max_length=40, null=True, unique=True)

    class Meta:
        indexes = ((("session", "state"), False),)
