from enum import StrEnum

from peewee import CharField, DateField, DateTimeField, TextField
from playhouse.fields import EnumField

from portal.accounts.models import User, Voice
from portal.db import BaseModel, now, reference
from portal.directory.models import Team
from portal.workshops.models import Participant, Workshop

KIND = "proposal"


class State(StrEnum):
    WAITING = "waiting"
    PUBLISHED = "published"
    RETURNED = "returned"


class Verdict(StrEnum):
    WILL = "will"
    PARTLY = "partly"
    WILL_NOT = "will-not"


class Proposal(BaseModel):
    """What a participant wants changed, in the language they wrote it in. Its id is
    the number printed on paper. `submission` is made with the empty form: sending
    the same form twice makes one proposal."""

    workshop = reference(Workshop, on_delete="CASCADE", backref="proposals")
    author = reference(Participant, null=True, on_delete="SET NULL")
    voice = EnumField(Voice, max_length=20)
    language = CharField(max_length=2)
    state = EnumField(State, max_length=20, default=State.WAITING)
    suggestion = CharField(max_length=160)
    problem = TextField(default="")
    helps = CharField(max_length=200, default="")
    submission = CharField(unique=True, max_length=40)
    written_at = DateTimeField(default=now)
    edited_at = DateTimeField(null=True)
    published_at = DateTimeField(null=True)

    class Meta:
        indexes = ((("workshop", "state"), False),)


class Support(BaseModel):
    """An open sign that a participant likes a proposal."""

    proposal = reference(Proposal, on_delete="CASCADE", backref="supports")
    participant = reference(Participant, on_delete="CASCADE")

    class Meta:
        indexes = ((("proposal", "participant"), True),)


class Answer(BaseModel):
    """What those who decide say to a proposal, and what came of it."""

    proposal = reference(Proposal, unique=True, on_delete="CASCADE", backref="answers")
    verdict = EnumField(Verdict, max_length=10)
    team = reference(Team, null=True, on_delete="SET NULL")
    answered_on = DateField()
    starts_on = DateField(null=True)
    done_on = DateField(null=True)
    written_by = reference(User, null=True, on_delete="SET NULL")


class AnswerText(BaseModel):
    answer = reference(Answer, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    reason = TextField()
    changed = TextField(default="")

    class Meta:
        indexes = ((("answer", "language"), True),)
