from enum import StrEnum

from peewee import CharField, DateField, DateTimeField, TextField
from playhouse.fields import EnumField

from portal.accounts.models import User, Voice
from portal.db import BaseModel, now, reference
from portal.directory.models import Organisation, Team
from portal.vocabulary.models import Term


class Phase(StrEnum):
    """What a workshop is doing now: exactly one thing at a time."""

    GATHER = "gather"
    GROUP = "group"
    DISCUSS = "discuss"
    VOTE = "vote"
    ANSWER = "answer"


class Workshop(BaseModel):
    slug = CharField(unique=True, max_length=120)
    code = CharField(unique=True, max_length=6)
    phase = EnumField(Phase, max_length=10, default=Phase.GATHER)
    organisation = reference(Organisation, null=True, on_delete="SET NULL")
    team = reference(Team, null=True, on_delete="SET NULL")
    opened_on = DateField()
    gather_until = DateField()
    group_until = DateField()
    discuss_until = DateField()
    vote_until = DateField()
    answer_until = DateField()

    def until(self, phase: Phase) -> object:
        """The last day of a phase."""
        return getattr(self, f"{phase.value}_until")


class WorkshopText(BaseModel):
    """A workshop in one language. All but the title is Markdown."""

    workshop = reference(Workshop, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    title = CharField(max_length=160)
    question = TextField(default="")
    decides = TextField(default="")
    ways = TextField(default="")
    rules = TextField(default="")
    data_use = TextField(default="")

    class Meta:
        indexes = ((("workshop", "language"), True),)


class WorkshopArea(BaseModel):
    workshop = reference(Workshop, on_delete="CASCADE", backref="areas")
    area = reference(Term, on_delete="CASCADE")

    class Meta:
        indexes = ((("workshop", "area"), True),)


class Participant(BaseModel):
    """Somebody who joined one workshop by its code. The nickname is seen by those
    who run the workshop only. The keys are kept as digests: of what the browser
    holds, and of the code that brings the person back on another device."""

    workshop = reference(Workshop, on_delete="CASCADE", backref="participants")
    key_digest = CharField(unique=True, max_length=64)
    recovery_digest = CharField(unique=True, max_length=64)
    nickname = CharField(max_length=40, default="")
    voice = EnumField(Voice, max_length=20)
    user = reference(User, null=True, on_delete="SET NULL")
    joined_at = DateTimeField(default=now)
