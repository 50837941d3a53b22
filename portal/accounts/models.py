from enum import StrEnum

from flask_login import UserMixin
from peewee import BooleanField, CharField, DateTimeField, IntegerField
from playhouse.fields import EnumField

from portal.db import BaseModel, now, reference
from portal.permissions import EVERYWHERE, Role


class Voice(StrEnum):
    """Which group a person speaks for; kept apart from rights."""

    RESIDENT = "resident"
    EXPERT = "expert"
    PARTNER = "partner"
    STAFF = "staff"


class User(BaseModel, UserMixin):
    email = CharField(unique=True, max_length=200)
    name = CharField(max_length=120)
    password_hash = CharField(max_length=200)
    language = CharField(max_length=2)
    voice = EnumField(Voice, max_length=20)
    active = BooleanField(default=True)
    created_at = DateTimeField(default=now)

    roles: frozenset[Role] = frozenset()
    organisations: frozenset[int] = frozenset()
    session_key: str = ""

    def get_id(self) -> str:
        """What the cookie holds: the key of this sign-in, not of the person."""
        return self.session_key


class Grant(BaseModel):
    """A role that a person holds: for one organisation by its id, or, with
    EVERYWHERE, for all."""

    user = reference(User, on_delete="CASCADE")
    role = EnumField(Role, max_length=20)
    organisation = IntegerField(default=EVERYWHERE)

    class Meta:
        indexes = ((("user", "role", "organisation"), True),)


class SignIn(BaseModel):
    """One sign-in on one device. Ending it here ends it there."""

    user = reference(User, on_delete="CASCADE")
    key_digest = CharField(unique=True, max_length=64)
    began_at = DateTimeField(default=now)
    expires_at = DateTimeField()
