from enum import StrEnum

from peewee import CharField, DateField, DateTimeField, SmallIntegerField, TextField
from playhouse.fields import EnumField

from portal.accounts.models import User, Voice
from portal.db import BaseModel, now, reference
from portal.directory.models import Team
from portal.practices.models.practices import Lived, Practice
from portal.practices.models.talk import TalkState


class MarkSort(StrEnum):
    """The marks that somebody sets; the other two are counted."""

    EVIDENCE = "evidence"
    LIVED = "lived"


EXPERIENCE = "experience"


class Mark(BaseModel):
    """A mark as it was set once; the newest of each sort stands, until it expires
    (`expiry`). `value` is an Evidence or a Lived."""

    practice = reference(Practice, on_delete="CASCADE", backref="marks")
    sort = EnumField(MarkSort, max_length=10)
    value = CharField(max_length=30)
    team = reference(Team, null=True, on_delete="SET NULL")
    set_by = reference(User, null=True, on_delete="SET NULL")
    set_on = DateField()

    class Meta:
        indexes = ((("practice", "sort", "set_on"), False),)


class MarkText(BaseModel):
    """Why a mark was set, in one language: what it rests on."""

    mark = reference(Mark, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    why = TextField()

    class Meta:
        indexes = ((("mark", "language"), True),)


class Experience(BaseModel):
    """What somebody, or a panel of `people`, with lived experience says of a practice:
    what helped and what hurt. A moderator reads it first; sums are
    told from five people on. `counted` and `counted_people` are as the sums had it when
    they were last told."""

    practice = reference(Practice, on_delete="CASCADE", backref="experiences")
    author = reference(User, null=True, on_delete="SET NULL")
    voice = EnumField(Voice, max_length=20)
    people = SmallIntegerField(default=1)
    verdict = EnumField(Lived, max_length=30)
    helped = TextField(default="")
    hurt = TextField(default="")
    language = CharField(max_length=2)
    state = EnumField(TalkState, max_length=10, default=TalkState.WAITING)
    written_at = DateTimeField(default=now)
    submission = CharField(unique=True, max_length=40)
    counted = EnumField(Lived, max_length=30, null=True)
    counted_people = SmallIntegerField(default=0)

    class Meta:
        indexes = ((("practice", "state"), False),)
