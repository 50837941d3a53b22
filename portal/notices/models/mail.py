"""The outbox: mail that waits to be sent, and what became of it."""

from enum import StrEnum

from peewee import CharField, DateTimeField, SmallIntegerField, TextField
from playhouse.fields import EnumField

from portal.accounts.models import User
from portal.db import BaseModel, now, reference


class MailState(StrEnum):
    """`sending` is between the two: whether it went is not known until it is told.
    `bounced` came back, for good."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    GIVEN_UP = "given-up"
    BOUNCED = "bounced"


class Mail(BaseModel):
    """One letter to one address, of plain text and, where there is some, the same in
    HTML. `user` is whose address it is and `stop_url` where one click ends such mail
    (RFC 8058), when it was sent by somebody's wish. A while after it was dealt with,
    the address and the words are erased and only the row stays."""

    recipient = CharField(max_length=200)
    subject = CharField(max_length=200)
    body = TextField()
    html = TextField(default="")
    user = reference(User, null=True, on_delete="SET NULL", backref="mail")
    stop_url = CharField(max_length=300, default="")
    state = EnumField(MailState, max_length=10, default=MailState.WAITING)
    created_at = DateTimeField(default=now)
    due_at = DateTimeField(default=now)
    attempts = SmallIntegerField(default=0)
    last_error = CharField(max_length=300, default="")
    tried_at = DateTimeField(null=True)
    sent_at = DateTimeField(null=True)

    class Meta:
        indexes = ((("state", "due_at"), False),)
