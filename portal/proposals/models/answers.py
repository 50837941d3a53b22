from enum import StrEnum

from peewee import CharField, DateField, DateTimeField, TextField
from playhouse.fields import EnumField

from portal.accounts.models import User
from portal.db import BaseModel, reference
from portal.directory.models import ServiceVersion, Team
from portal.proposals.models.proposals import Proposal


class Verdict(StrEnum):
    WILL = "will"
    PARTLY = "partly"
    WILL_NOT = "will-not"


class Answer(BaseModel):
    """What those who decide say to a proposal, and what came of it."""

    proposal = reference(Proposal, unique=True, on_delete="CASCADE", backref="answers")
    verdict = EnumField(Verdict, max_length=10)
    team = reference(Team, null=True, on_delete="SET NULL")
    answered_on = DateField()
    starts_on = DateField(null=True)
    done_on = DateField(null=True)
    written_by = reference(User, null=True, on_delete="SET NULL")
    owner = CharField(max_length=120, default="")
    version = reference(ServiceVersion, null=True, on_delete="SET NULL")
    reminded_at = DateTimeField(null=True)


class AnswerText(BaseModel):
    answer = reference(Answer, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    reason = TextField()
    changed = TextField(default="")

    class Meta:
        indexes = ((("answer", "language"), True),)
