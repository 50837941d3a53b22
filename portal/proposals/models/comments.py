from enum import StrEnum

from peewee import CharField, DateTimeField, TextField
from playhouse.fields import EnumField

from portal.accounts.models import Voice
from portal.db import BaseModel, now, reference
from portal.proposals.models.proposals import Proposal, State
from portal.workshops.models import Participant

COMMENT = "comment"


class Stance(StrEnum):
    """What a comment does: asks, supports, worries, or names a condition."""

    QUESTION = "question"
    SUPPORT = "support"
    CONCERN = "concern"
    YES_IF = "yes-if"


class Comment(BaseModel):
    """A word in the discussion of a proposal, or a reply to one. A reply has no
    stance and no replies of its own."""

    proposal = reference(Proposal, on_delete="CASCADE", backref="comments")
    replies_to = reference("self", null=True, on_delete="CASCADE", backref="replies")
    author = reference(Participant, null=True, on_delete="SET NULL")
    voice = EnumField(Voice, max_length=20)
    stance = EnumField(Stance, max_length=10, null=True)
    language = CharField(max_length=2)
    body = TextField()
    state = EnumField(State, max_length=20, default=State.WAITING)
    submission = CharField(unique=True, max_length=40)
    written_at = DateTimeField(default=now)
    published_at = DateTimeField(null=True)

    class Meta:
        indexes = ((("proposal", "state"), False),)
