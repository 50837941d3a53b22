from enum import IntEnum, StrEnum

from peewee import (
    CharField,
    DateTimeField,
    IntegerField,
    SmallIntegerField,
    TextField,
)
from playhouse.fields import EnumField

from portal.accounts.models import User
from portal.db import BaseModel, now, reference
from portal.moderation.models.rules import RulesVersion


class Cause(StrEnum):
    """Why a thing waits: it is new or has new words, readers have flagged what is
    public, or its author appeals a decision."""

    WRITTEN = "written"
    FLAGGED = "flagged"
    APPEALED = "appealed"


class Urgency(IntEnum):
    """What is read first. `PRESSING`: several flags, or an appeal past its due date;
    `URGENT`: signs of danger, or a moderator's mark."""

    ORDINARY = 0
    PRESSING = 1
    URGENT = 2


class Decision(StrEnum):
    """How a case ends. A flagged thing that is right stays as it is by `publish`; an
    appeal is granted by `publish` and turned down by `uphold`. `merge` publishes the
    thing and asks its author to join it with another."""

    PUBLISH = "publish"
    RETURN = "return"
    HIDE = "hide"
    MERGE = "merge"
    UPHOLD = "uphold"


class Reason(StrEnum):
    """Why a text goes back to its writer to be reworded, or is hidden."""

    NAMES_A_PERSON = "names-a-person"
    RECOGNISABLE = "recognisable"
    HEALTH = "health"
    UNCLEAR = "unclear"
    OFF_TOPIC = "off-topic"
    INSULTING = "insulting"
    ADVERTISING = "advertising"
    REPEATED = "repeated"


class Case(BaseModel):
    """One thing that waits for a moderator, and what was decided of it. At most one
    open case for each thing and cause. `author` is an opaque key such as
    `participant:12`, erased when that person leaves; `workshop` is an id. `findings`
    is what screening found: sorts and places in the text, never its words. `words` is
    what an appellant says, or who asks for a human reader; `passage` the part of the
    text that is to be changed. These two, the findings and the note are erased 30 days
    after the decision, at `forgotten_at`. `asked_by` has asked for a second opinion and
    no longer decides."""

    kind = CharField(max_length=20)
    item_id = IntegerField()
    cause = EnumField(Cause, max_length=10, default=Cause.WRITTEN)
    language = CharField(max_length=2)
    workshop = IntegerField(null=True)
    author = CharField(max_length=40, default="")
    urgency = SmallIntegerField(default=int(Urgency.ORDINARY))
    findings = TextField(default="")
    words = TextField(default="")
    appeals = reference("self", null=True, on_delete="CASCADE", backref="appeal")
    opened_at = DateTimeField(default=now)
    due_at = DateTimeField(null=True)
    claimed_by = reference(User, null=True, on_delete="SET NULL", backref="claims")
    claimed_until = DateTimeField(null=True)
    asked_by = reference(User, null=True, on_delete="SET NULL", backref="asked")
    question = TextField(default="")
    decided_at = DateTimeField(null=True)
    decided_by = reference(User, null=True, on_delete="SET NULL", backref="decisions")
    decision = EnumField(Decision, max_length=10, null=True)
    reason = EnumField(Reason, max_length=20, null=True)
    note = TextField(default="")
    passage = TextField(default="")
    rules = reference(RulesVersion, null=True, on_delete="SET NULL")
    forgotten_at = DateTimeField(null=True)

    class Meta:
        indexes = (
            (("kind", "item_id"), False),
            (("decided_at", "urgency", "opened_at"), False),
            (("author",), False),
        )
