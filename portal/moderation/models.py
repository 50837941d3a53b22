from enum import StrEnum

from peewee import CharField, DateTimeField, IntegerField, TextField
from playhouse.fields import EnumField

from portal.accounts.models import User
from portal.db import BaseModel, now, reference


class Decision(StrEnum):
    PUBLISH = "publish"
    RETURN = "return"


class Reason(StrEnum):
    """Why a text goes back to its writer to be reworded."""

    NAMES_A_PERSON = "names-a-person"
    RECOGNISABLE = "recognisable"
    UNCLEAR = "unclear"
    OFF_TOPIC = "off-topic"
    INSULTING = "insulting"


class Case(BaseModel):
    """One thing that waits for a moderator, and what was decided of it."""

    kind = CharField(max_length=20)
    item_id = IntegerField()
    language = CharField(max_length=2)
    opened_at = DateTimeField(default=now)
    decided_at = DateTimeField(null=True)
    decided_by = reference(User, null=True, on_delete="SET NULL", backref="decisions")
    decision = EnumField(Decision, max_length=10, null=True)
    reason = EnumField(Reason, max_length=20, null=True)
    note = TextField(default="")

    class Meta:
        indexes = (
            (("kind", "item_id"), False),
            (("decided_at", "opened_at"), False),
        )
