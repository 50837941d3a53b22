"""Groups and networks that develop together, and what practice wants to know."""

from enum import StrEnum

from peewee import (
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    IntegerField,
    TextField,
)
from playhouse.fields import EnumField

from portal.accounts.models import User
from portal.db import BaseModel, now, reference
from portal.directory.models import Organisation, Team
from portal.vocabulary.models import Term

KIND = "group"
DECISION = "group-decision"
OPEN_QUESTION = "open-question"
CHANGES = "groups"


class Group(BaseModel):
    """Active, dormant or closed by its last meeting, unless `closed_on` says so."""

    slug = CharField(unique=True, max_length=120)
    organisation = reference(Organisation, null=True, on_delete="SET NULL")
    team = reference(Team, null=True, on_delete="SET NULL")
    public = BooleanField(default=False)
    mailbox = CharField(max_length=200, default="")
    closed_on = DateField(null=True)
    edition = IntegerField(default=1)
    made_by = reference(User, null=True, on_delete="SET NULL")
    updated_at = DateTimeField(default=now)
    submission = CharField(max_length=40, null=True, unique=True)


class GroupText(BaseModel):
    group = reference(Group, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    name = CharField(max_length=200)
    purpose = TextField(default="")
    joining = TextField(default="")

    class Meta:
        indexes = ((("group", "language"), True),)


class Membership(BaseModel):
    """A role of an organisation in a group; never a person's name. `other` names one
    that the directory does not know."""

    group = reference(Group, on_delete="CASCADE", backref="members")
    organisation = reference(Organisation, null=True, on_delete="SET NULL")
    other = CharField(max_length=160, default="")
    position = IntegerField(default=0)


class MembershipText(BaseModel):
    membership = reference(Membership, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    role = CharField(max_length=160)

    class Meta:
        indexes = ((("membership", "language"), True),)


class Meeting(BaseModel):
    group = reference(Group, on_delete="CASCADE", backref="meetings")
    starts_at = DateTimeField()
    ends_at = DateTimeField()
    place = CharField(max_length=200, default="")
    url = CharField(max_length=500, default="")
    cancelled = BooleanField(default=False)
    edition = IntegerField(default=1)
    submission = CharField(max_length=40, null=True, unique=True)


class MeetingText(BaseModel):
    meeting = reference(Meeting, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    agenda = TextField(default="")
    notes = TextField(default="")

    class Meta:
        indexes = ((("meeting", "language"), True),)


class DecisionState(StrEnum):
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class GroupDecision(BaseModel):
    group = reference(Group, on_delete="CASCADE", backref="decisions")
    meeting = reference(Meeting, null=True, on_delete="SET NULL")
    due_on = DateField(null=True)
    decided_on = DateField()
    state = EnumField(DecisionState, max_length=10, default=DecisionState.OPEN)
    settled_on = DateField(null=True)
    edition = IntegerField(default=1)
    submission = CharField(max_length=40, null=True, unique=True)


class GroupDecisionText(BaseModel):
    """`who` is a role or an organisation. `reason` tells why it was dropped, or what
    came of it."""

    decision = reference(GroupDecision, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    what = TextField()
    who = CharField(max_length=160, default="")
    reason = TextField(default="")

    class Meta:
        indexes = ((("decision", "language"), True),)


class OpenQuestionState(StrEnum):
    PROPOSED = "proposed"
    OPEN = "open"
    CLAIMED = "claimed"
    ANSWERED = "answered"
    DROPPED = "dropped"


class OpenQuestion(BaseModel):
    """What practice wants answered by research. Staff and partners propose it, a
    coordinator puts it on the list."""

    slug = CharField(unique=True, max_length=120)
    group = reference(Group, null=True, on_delete="SET NULL")
    state = EnumField(
        OpenQuestionState, max_length=10, default=OpenQuestionState.PROPOSED
    )
    theme = reference(Term, null=True, on_delete="SET NULL")
    answer_url = CharField(max_length=500, default="")
    answered_on = DateField(null=True)
    asked_by = reference(User, null=True, on_delete="SET NULL")
    asked_at = DateTimeField(default=now)
    edition = IntegerField(default=1)
    submission = CharField(unique=True, max_length=40)


class OpenQuestionText(BaseModel):
    """`answer` is what was found out or, of a dropped question, why it was dropped."""

    question = reference(OpenQuestion, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    words = TextField()
    why = TextField(default="")
    answer = TextField(default="")

    class Meta:
        indexes = ((("question", "language"), True),)


class ClaimState(StrEnum):
    ASKED = "asked"
    AGREED = "agreed"
    ENDED = "ended"


class Claim(BaseModel):
    """Somebody, such as a student or a research group, answers a question until a day.
    A coordinator agrees to it. `contact` is shown to coordinators only."""

    question = reference(OpenQuestion, on_delete="CASCADE", backref="claims")
    claimed_by = reference(User, null=True, on_delete="SET NULL", backref="claims")
    name = CharField(max_length=200)
    contact = CharField(max_length=200, default="")
    plan = TextField(default="")
    language = CharField(max_length=2)
    until = DateField()
    state = EnumField(ClaimState, max_length=10, default=ClaimState.ASKED)
    claimed_at = DateTimeField(default=now)
    submission = CharField(unique=True, max_length=40)
