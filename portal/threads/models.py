"""Threads: what came of what, in public."""

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

from portal.accounts.models import User, Voice
from portal.db import BaseModel, now, reference
from portal.practices.models import TalkState
from portal.vocabulary.models import Term

KIND = "thread"
EFFECT = "effect"
CHANGES = "threads"


class Outcome(StrEnum):
    """How one thing came of another."""

    LED_TO = "led-to"
    ANSWERED_BY = "answered-by"
    TRIED_IN = "tried-in"
    DECIDED_IN = "decided-in"
    CHANGED = "changed"
    STOPPED_BY = "stopped-by"


class ThreadLink(BaseModel):
    """One thing and what came of it, each by kind and id. It always runs forward: a
    circle is refused."""

    kind = CharField(max_length=20)
    item_id = IntegerField()
    outcome = EnumField(Outcome, max_length=12)
    other_kind = CharField(max_length=20)
    other_id = IntegerField()
    on = DateField(null=True)
    note = CharField(max_length=300, default="")
    language = CharField(max_length=2, default="")
    made_by = reference(User, null=True, on_delete="SET NULL")
    made_at = DateTimeField(default=now)

    class Meta:
        indexes = (
            (("kind", "item_id", "other_kind", "other_id"), True),
            (("other_kind", "other_id"), False),
        )


class Thread(BaseModel):
    """A thread by the thing it starts from. What comes next is told by its texts."""

    slug = CharField(unique=True, max_length=120)
    kind = CharField(max_length=20)
    item_id = IntegerField()
    theme = reference(Term, null=True, on_delete="SET NULL")
    area = reference(Term, null=True, on_delete="SET NULL", backref="threads_of_area")
    public = BooleanField(default=False)
    edition = IntegerField(default=1)
    updated_at = DateTimeField(default=now)
    submission = CharField(max_length=40, null=True, unique=True)

    class Meta:
        indexes = ((("kind", "item_id"), True),)


class ThreadText(BaseModel):
    """`said` is what people said, `did` what was done, `went` how it went, `next` what
    comes next."""

    thread = reference(Thread, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    title = CharField(max_length=200)
    summary = TextField(default="")
    said = TextField(default="")
    did = TextField(default="")
    went = TextField(default="")
    next = TextField(default="")
    next_when = CharField(max_length=60, default="")

    class Meta:
        indexes = ((("thread", "language"), True),)


class Went(StrEnum):
    """Whether it changed for who tells."""

    BETTER = "better"
    NOT_BETTER = "not-better"
    CANNOT_SAY = "cannot-say"


class Effect(BaseModel):
    """How it went, told by somebody whom it concerns. A moderator reads it first; sums
    are told from five people on. `code` lets whoever told it find it again, also
    without an account. `counted` is as the sums had it when they were last told."""

    thread = reference(Thread, on_delete="CASCADE", backref="effects")
    author = reference(User, null=True, on_delete="SET NULL")
    voice = EnumField(Voice, max_length=20)
    language = CharField(max_length=2)
    body = TextField()
    went = EnumField(Went, max_length=10)
    state = EnumField(TalkState, max_length=10, default=TalkState.WAITING)
    code = CharField(unique=True, max_length=10)
    written_at = DateTimeField(default=now)
    published_at = DateTimeField(null=True)
    submission = CharField(unique=True, max_length=40)
    counted = EnumField(Went, max_length=10, null=True)

    class Meta:
        indexes = ((("thread", "state"), False),)
