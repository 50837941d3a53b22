from enum import StrEnum

from peewee import BooleanField, CharField, DateTimeField
from playhouse.fields import EnumField

from portal.accounts.models import User, Voice
from portal.db import BaseModel, now, reference
from portal.workshops.models.workshops import Workshop


class Way(StrEnum):
    """How somebody takes part."""

    WEB = "web"
    ROOM = "room"
    KIOSK = "kiosk"
    PAPER = "paper"


class Participant(BaseModel):
    """Somebody who joined one workshop. The nickname is seen by those who run the
    workshop only. The keys are kept as digests: of what the browser holds, and of
    the code that brings the person back on another device. Leaving deletes the row:
    what the person wrote stays, and nothing says any more who wrote it."""

    workshop = reference(Workshop, on_delete="CASCADE", backref="participants")
    key_digest = CharField(unique=True, max_length=64)
    recovery_digest = CharField(unique=True, max_length=64)
    nickname = CharField(max_length=40, default="")
    voice = EnumField(Voice, max_length=20)
    way = EnumField(Way, max_length=10, default=Way.WEB)
    helped = BooleanField(default=False)
    user = reference(User, null=True, on_delete="SET NULL")
    joined_at = DateTimeField(default=now)
    consented_at = DateTimeField(null=True)


class Invitation(BaseModel):
    """A code of one's own to a workshop by invitation. The label is the inviter's
    own note; the code is kept as a digest and seats one person once."""

    workshop = reference(Workshop, on_delete="CASCADE", backref="invitations")
    code_digest = CharField(unique=True, max_length=64)
    label = CharField(max_length=80, default="")
    made_at = DateTimeField(default=now)
    used_at = DateTimeField(null=True)
