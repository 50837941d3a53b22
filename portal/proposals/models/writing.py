"""What is written before and beside a proposal: drafts, paper cards, pictures."""

from peewee import BlobField, CharField, DateTimeField, SmallIntegerField, TextField

from portal.db import BaseModel, now, reference
from portal.proposals.models.proposals import Proposal
from portal.workshops.models import Participant, Workshop


class Draft(BaseModel):
    """What a participant has begun to write: one in each workshop, seen by nobody
    else, deleted when it is sent."""

    participant = reference(Participant, unique=True, on_delete="CASCADE")
    language = CharField(max_length=2)
    suggestion = TextField(default="")
    problem = TextField(default="")
    helps = TextField(default="")
    saved_at = DateTimeField(default=now)


class PaperCard(BaseModel):
    """A printed card. Its id is the number on it, by which the person who wrote it
    finds their proposal again."""

    workshop = reference(Workshop, on_delete="CASCADE", backref="cards")
    proposal = reference(Proposal, null=True, unique=True, on_delete="SET NULL")
    printed_at = DateTimeField(default=now)


class Attachment(BaseModel):
    """A picture beside a proposal, drawn anew by us: nothing of the file that was
    sent is kept, not where or when it was taken."""

    proposal = reference(Proposal, on_delete="CASCADE", backref="attachments")
    picture = BlobField()
    width = SmallIntegerField()
    height = SmallIntegerField()
    description = CharField(max_length=200)
