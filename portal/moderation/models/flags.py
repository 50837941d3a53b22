from enum import StrEnum

from peewee import CharField, DateTimeField, IntegerField, TextField
from playhouse.fields import EnumField

from portal.db import BaseModel, now, reference
from portal.moderation.models.cases import Case


class FlagReason(StrEnum):
    """Why a reader asks us to look at what is public."""

    PERSONAL = "personal"
    INSULTING = "insulting"
    DANGEROUS = "dangerous"
    ADVERTISING = "advertising"
    WRONG = "wrong"
    OTHER = "other"


class Flag(BaseModel):
    """A reader's report of a public text, one from each reader for each thing. The
    `code` lets whoever sent it follow what comes of it; `reader` is `user:…`,
    `participant:…` or a keyed digest of the visitor's address, and is erased with the
    words 30 days after the decision."""

    kind = CharField(max_length=20)
    item_id = IntegerField()
    case = reference(Case, null=True, on_delete="SET NULL", backref="flags")
    reason = EnumField(FlagReason, max_length=12)
    words = TextField(default="")
    language = CharField(max_length=2)
    reader = CharField(max_length=64, null=True)
    code = CharField(unique=True, max_length=10)
    received_at = DateTimeField(default=now)

    class Meta:
        indexes = ((("kind", "item_id", "reader"), True),)
