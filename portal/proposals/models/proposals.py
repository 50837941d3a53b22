from enum import StrEnum

from peewee import BooleanField, CharField, DateTimeField, IntegerField, TextField
from playhouse.fields import EnumField

from portal.accounts.models import User, Voice
from portal.db import BaseModel, now, reference
from portal.vocabulary.models import Term
from portal.workshops.models import Participant, Way, Workshop

KIND = "proposal"


class State(StrEnum):
    WAITING = "waiting"
    PUBLISHED = "published"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"
    HIDDEN = "hidden"


UNREAD = frozenset({State.WAITING, State.RETURNED})
OVER = frozenset({State.WITHDRAWN, State.MERGED})
"""States in which a text is no longer anybody's to publish."""


class Relation(StrEnum):
    """Who the words come from: the author, somebody for whom the author wrote them
    down, or somebody the author speaks for."""

    OWN = "own"
    ASSISTED = "assisted"
    PROXY = "proxy"


class Cluster(BaseModel):
    """Proposals that stand together on the board under one heading. One that is
    deleted is kept, so that it can be brought back."""

    workshop = reference(Workshop, on_delete="CASCADE", backref="clusters")
    title = CharField(max_length=120)
    language = CharField(max_length=2)
    position = IntegerField(default=0)
    deleted_at = DateTimeField(null=True)


class Proposal(BaseModel):
    """What a participant wants changed, in the language they wrote it in. Its id is
    its number in public. `submission` is made with the empty form: sending the same
    form twice makes one proposal. `stood_in` is the number of the
    deleted cluster it was in last."""

    workshop = reference(Workshop, on_delete="CASCADE", backref="proposals")
    author = reference(Participant, null=True, on_delete="SET NULL")
    relation = EnumField(Relation, max_length=10, default=Relation.OWN)
    way = EnumField(Way, max_length=10, default=Way.WEB)
    entered_by = reference(User, null=True, on_delete="SET NULL")
    voice = EnumField(Voice, max_length=20)
    language = CharField(max_length=2)
    state = EnumField(State, max_length=20, default=State.WAITING)
    suggestion = CharField(max_length=160)
    problem = TextField(default="")
    helps = CharField(max_length=200, default="")
    submission = CharField(unique=True, max_length=40)
    cluster = reference(Cluster, null=True, on_delete="SET NULL", backref="proposals")
    stood_in = IntegerField(null=True)
    pinned = BooleanField(default=False)
    merged_into = reference("self", null=True, on_delete="SET NULL", backref="merged")
    written_at = DateTimeField(default=now)
    edited_at = DateTimeField(null=True)
    published_at = DateTimeField(null=True)

    class Meta:
        indexes = ((("workshop", "state"), False),)


class ProposalVersion(BaseModel):
    """What a proposal said before its author changed it, once it had been public."""

    proposal = reference(Proposal, on_delete="CASCADE", backref="versions")
    suggestion = CharField(max_length=160)
    problem = TextField(default="")
    helps = CharField(max_length=200, default="")
    replaced_at = DateTimeField(default=now)


class ProposalTheme(BaseModel):
    proposal = reference(Proposal, on_delete="CASCADE", backref="themes")
    theme = reference(Term, on_delete="CASCADE")

    class Meta:
        indexes = ((("proposal", "theme"), True),)


class Support(BaseModel):
    """An open sign that a participant likes a proposal."""

    proposal = reference(Proposal, on_delete="CASCADE", backref="supports")
    participant = reference(Participant, on_delete="CASCADE")

    class Meta:
        indexes = ((("proposal", "participant"), True),)
