"""The tables of polls. No row joins a person and a ballot (ADR 9)."""

from enum import StrEnum

from peewee import (
    BlobField,
    BooleanField,
    CharField,
    CompositeKey,
    DateTimeField,
    IntegerField,
    SmallIntegerField,
    TextField,
)
from playhouse.fields import EnumField

from portal.accounts.models import User, Voice
from portal.ballots.tallies import Method
from portal.db import BaseModel, reference
from portal.proposals.models import Proposal, State
from portal.workshops.models import Participant, Workshop

KIND = "reason"
POLL = "poll"


class PollState(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


class Poll(BaseModel):
    """One vote in a workshop. `result` and `ballots` are JSON, written once when the
    poll closes: the suppressed result, and the list of ballots without voices, of
    which `digest` is the SHA-256. `link_key` is the name of a file, not the key. The
    budget is in whole euros. One form sent twice has one `submission`."""

    workshop = reference(Workshop, on_delete="CASCADE", backref="polls")
    method = EnumField(Method, max_length=10)
    state = EnumField(PollState, max_length=10, default=PollState.DRAFT)
    dots = SmallIntegerField(default=5)
    most_dots = SmallIntegerField(default=3)
    top_score = SmallIntegerField(default=5)
    budget = IntegerField(default=0)
    closes_at = DateTimeField(null=True)
    link_key = CharField(max_length=32, default="")
    opened_at = DateTimeField(null=True)
    closed_at = DateTimeField(null=True)
    result = TextField(default="")
    ballots = TextField(default="")
    digest = CharField(max_length=64, default="")
    submission = CharField(max_length=40, null=True, unique=True)

    class Meta:
        indexes = ((("workshop", "state"), False),)


class PollText(BaseModel):
    poll = reference(Poll, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    title = CharField(max_length=160)
    note = TextField(default="")

    class Meta:
        indexes = ((("poll", "language"), True),)


class PollOption(BaseModel):
    """Something to choose: a proposal, or words of the poll's own. The cost is in
    whole euros. One that is withdrawn can't be chosen and is not counted."""

    poll = reference(Poll, on_delete="CASCADE", backref="options")
    proposal = reference(Proposal, null=True, on_delete="SET NULL")
    position = SmallIntegerField()
    cost = IntegerField(default=0)
    withdrawn = BooleanField(default=False)


class PollOptionText(BaseModel):
    """An option in one language; that of a proposal is copied when the poll opens."""

    option = reference(PollOption, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    title = CharField(max_length=160)
    note = TextField(default="")

    class Meta:
        indexes = ((("option", "language"), True),)


class Elector(BaseModel):
    """Somebody who may vote in a poll. Nothing here says whether they have, save
    that somebody marked `on_paper` has been given a sheet."""

    poll = reference(Poll, on_delete="CASCADE", backref="electors")
    participant = reference(Participant, null=True, on_delete="SET NULL")
    voice = EnumField(Voice, max_length=20)
    on_paper = BooleanField(default=False)

    class Meta:
        indexes = ((("poll", "participant"), True),)


class Ballot(BaseModel):
    """A cast ballot: under a name that only the link key of the poll can make from
    its elector, and sealed. No row number, no time."""

    poll = reference(Poll, on_delete="CASCADE")
    name = CharField(max_length=64)
    sealed = BlobField()

    class Meta:
        primary_key = CompositeKey("poll", "name")
        without_rowid = True


class PaperSheet(BaseModel):
    """A printed ballot with a code of its own, kept as a digest. Sheets are shuffled
    before they are handed out: nothing says who has which."""

    poll = reference(Poll, on_delete="CASCADE", backref="sheets")
    code_digest = CharField(max_length=64)

    class Meta:
        indexes = ((("poll", "code_digest"), True),)


class PaperEntry(BaseModel):
    """What one of two people read from a sheet, sealed; equal entries become a
    ballot, and all are deleted when the poll closes."""

    sheet = reference(PaperSheet, on_delete="CASCADE", backref="entries")
    entered_by = reference(User, on_delete="CASCADE")
    sealed = BlobField()

    class Meta:
        indexes = ((("sheet", "entered_by"), True),)


class Reason(BaseModel):
    """Why somebody objects, worries or agrees on a condition: taken out of the
    ballots when the poll closes, each by itself, and public once a moderator has
    read it."""

    option = reference(PollOption, on_delete="CASCADE", backref="reasons")
    stance = CharField(max_length=10)
    language = CharField(max_length=2)
    body = TextField()
    state = EnumField(State, max_length=20, default=State.WAITING)
