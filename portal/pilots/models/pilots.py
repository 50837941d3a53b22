"""Pilots: what is tried, where and with what measure."""

from enum import StrEnum

from peewee import (
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    DecimalField,
    IntegerField,
    SmallIntegerField,
    TextField,
)
from playhouse.fields import EnumField

from portal.accounts.models import User
from portal.db import BaseModel, now, reference
from portal.directory.models import Organisation, Team
from portal.practices.models import Practice
from portal.vocabulary.models import Term

KIND = "pilot"
CHANGES = "pilots"


class PilotState(StrEnum):
    PLANNED = "planned"
    RUNNING = "running"
    BEING_EVALUATED = "being-evaluated"
    SELECTED = "selected"
    NOT_SELECTED = "not-selected"
    CONTINUED = "continued"
    ROLL_OUT = "roll-out"
    PERMANENT = "permanent"


class Pilot(BaseModel):
    """`practice_edition` is the version that is tried."""

    slug = CharField(unique=True, max_length=120)
    state = EnumField(PilotState, max_length=20, default=PilotState.PLANNED)
    public = BooleanField(default=False)
    practice = reference(Practice, null=True, on_delete="SET NULL")
    practice_edition = IntegerField(null=True)
    group = reference(Term, null=True, on_delete="SET NULL")
    organisation = reference(Organisation, null=True, on_delete="SET NULL")
    team = reference(Team, null=True, on_delete="SET NULL")
    starts_on = DateField(null=True)
    ends_on = DateField(null=True)
    entry_weeks = SmallIntegerField(default=4)
    edition = IntegerField(default=1)
    made_by = reference(User, null=True, on_delete="SET NULL")
    updated_at = DateTimeField(default=now)
    submission = CharField(max_length=40, null=True, unique=True)


class PilotText(BaseModel):
    pilot = reference(Pilot, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    name = CharField(max_length=200)
    summary = TextField(default="")
    hypothesis = TextField(default="")
    cost = TextField(default="")
    people = TextField(default="")
    workers = TextField(default="")
    harms = TextField(default="")
    lessons = TextField(default="")
    source = CharField(max_length=2, default="")
    source_at = DateTimeField(null=True)
    updated_at = DateTimeField(default=now)

    class Meta:
        indexes = ((("pilot", "language"), True),)


class PilotVersion(BaseModel):
    pilot = reference(Pilot, on_delete="CASCADE", backref="versions")
    edition = IntegerField()
    saved_at = DateTimeField(default=now)
    saved_by = reference(User, null=True, on_delete="SET NULL")
    note = CharField(max_length=300, default="")
    language = CharField(max_length=2, default="")
    snapshot = TextField()

    class Meta:
        indexes = ((("pilot", "edition"), True),)


class PilotStep(BaseModel):
    """When it came so far, who said so, and why."""

    pilot = reference(Pilot, on_delete="CASCADE", backref="steps")
    state = EnumField(PilotState, max_length=20)
    on = DateField()
    set_by = reference(User, null=True, on_delete="SET NULL")
    note = CharField(max_length=300, default="")
    language = CharField(max_length=2, default="")


class Site(BaseModel):
    """Where it is tried, and which `variant` of it. `email` is that of who tells how it
    goes, asked last at `reminded_at`."""

    pilot = reference(Pilot, on_delete="CASCADE", backref="sites")
    area = reference(Term, on_delete="CASCADE")
    name = CharField(max_length=160, default="")
    variant = CharField(max_length=120, default="")
    link_edition = IntegerField(default=1)
    email = CharField(max_length=200, default="")
    reminded_at = DateTimeField(null=True)
    position = IntegerField(default=0)


class Aim(StrEnum):
    UP = "up"
    DOWN = "down"


class Unit(StrEnum):
    SHARE = "share"
    MEAN = "mean"
    COUNT = "count"


class Measure(BaseModel):
    """What is followed; `baseline` and `target` in the measure's own unit."""

    pilot = reference(Pilot, on_delete="CASCADE", backref="measures")
    position = IntegerField(default=0)
    unit = EnumField(Unit, max_length=10)
    aim = EnumField(Aim, max_length=10)
    baseline = DecimalField(max_digits=12, decimal_places=3, null=True)
    baseline_n = IntegerField(null=True)
    target = DecimalField(max_digits=12, decimal_places=3, null=True)


class MeasureText(BaseModel):
    measure = reference(Measure, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    name = CharField(max_length=200)
    explained = TextField(default="")

    class Meta:
        indexes = ((("measure", "language"), True),)


class SiteEntry(BaseModel):
    """What a site tells of one measure in one period: sums only. `total` is of all `n`,
    or for a share how many of `n`; `told_at` is when it was told first."""

    site = reference(Site, on_delete="CASCADE", backref="entries")
    measure = reference(Measure, on_delete="CASCADE", backref="entries")
    period_starts = DateField()
    n = IntegerField()
    total = DecimalField(max_digits=14, decimal_places=3)
    edition = IntegerField(default=1)
    told_at = DateTimeField(default=now)

    class Meta:
        indexes = ((("site", "measure", "period_starts"), True),)
