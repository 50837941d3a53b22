"""What is written before and beside a proposal: drafts, new words, paper cards,
pictures."""

from peewee import (
    BlobField,
    BooleanField,
    CharField,
    DateTimeField,
    SmallIntegerField,
    TextField,
)
from playhouse.fields import EnumField

from portal.accounts.models import Voice
from portal.db import BaseModel, now, reference
from portal.proposals.models.proposals import Proposal, Relation
from portal.workshops.models import Participant, Workshop


class Draft(BaseModel):
    """What a participant has begun to write: one in each workshop, seen by nobody
    else, deleted when it is sent. `submission` is that of the form it is written in;
    themes are codes, links are like `service:12`, both with spaces between."""

    participant = reference(Participant, unique=True, on_delete="CASCADE")
    submission = CharField(max_length=40, default="")
    language = CharField(max_length=2)
    suggestion = TextField(default="")
    problem = TextField(default="")
    helps = TextField(default="")
    relation = EnumField(Relation, max_length=10, default=Relation.OWN)
    voice = EnumField(Voice, max_length=20, null=True)
    themes = TextField(default="")
    links = TextField(default="")
    saved_at = DateTimeField(default=now)


class Rewording(BaseModel):
    """New words for a proposal that is on the board. It keeps its old words there
    until a moderator has published these; returned, these wait for their author."""

    proposal = reference(Proposal, unique=True, on_delete="CASCADE")
    suggestion = CharField(max_length=160)
    problem = TextField(default="")
    helps = CharField(max_length=200, default="")
    hides_earlier = BooleanField(default=False)
    returned = BooleanField(default=False)
    written_at = DateTimeField(default=now)


class PaperCard(BaseModel):
    """A printed card. Its id is the number on it, by which the person who wrote it
    finds their proposal again."""

    workshop = reference(Workshop, on_delete="CASCADE", backref="cards")
    proposal = reference(Proposal, null=True, unique=True, on_delete="SET NULL")
    printed_at = DateTimeField(default=now)


class Attachment(BaseModel):
    """A picture beside a proposal or, before it is sent, beside its draft. It is drawn
    anew by us: nothing of the file that was sent is kept, not where or when it was
    taken."""

    proposal = reference(Proposal, null=True, unique=True, on_delete="CASCADE")
    draft = reference(Draft, null=True, unique=True, on_delete="CASCADE")
    picture = BlobField()
    width = SmallIntegerField()
    height = SmallIntegerField()
    description = CharField(max_length=200)
