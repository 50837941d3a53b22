"""Cost studies: what something costs, from assumptions that are all named."""

from enum import StrEnum

from peewee import (
    CharField,
    DateField,
    DateTimeField,
    DecimalField,
    IntegerField,
    TextField,
)
from playhouse.fields import EnumField

from portal.accounts.models import User
from portal.db import BaseModel, now, reference
from portal.directory.models import Team

KIND = "cost-study"
CHANGES = "costs"


class StudyState(StrEnum):
    DRAFT = "draft"
    REVIEWED = "reviewed"
    PUBLISHED = "published"


class CostStudy(BaseModel):
    slug = CharField(unique=True, max_length=120)
    state = EnumField(StudyState, max_length=10, default=StudyState.DRAFT)
    team = reference(Team, null=True, on_delete="SET NULL")
    reviewed_by = reference(
        User, null=True, on_delete="SET NULL", backref="studies_reviewed"
    )
    reviewed_on = DateField(null=True)
    published_on = DateField(null=True)
    edition = IntegerField(default=1)
    made_by = reference(User, null=True, on_delete="SET NULL")
    updated_at = DateTimeField(default=now)
    submission = CharField(max_length=40, null=True, unique=True)


class CostStudyText(BaseModel):
    study = reference(CostStudy, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    title = CharField(max_length=200)
    summary = TextField(default="")
    limits = TextField(default="")

    class Meta:
        indexes = ((("study", "language"), True),)


class Scenario(BaseModel):
    study = reference(CostStudy, on_delete="CASCADE", backref="scenarios")
    position = IntegerField(default=0)


class ScenarioText(BaseModel):
    scenario = reference(Scenario, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    name = CharField(max_length=120)

    class Meta:
        indexes = ((("scenario", "language"), True),)


class Part(StrEnum):
    """What an assumption tells: how many persons, how many times a year each uses it,
    euros a time, and the share in per cents that falls to the one who asks."""

    PERSONS = "persons"
    USE = "use"
    UNIT_COST = "unit-cost"
    SHARE = "share"


class CostLine(BaseModel):
    """A group of persons and something they use: persons x use x unit cost x share."""

    study = reference(CostStudy, on_delete="CASCADE", backref="lines")
    position = IntegerField(default=0)


class CostLineText(BaseModel):
    line = reference(CostLine, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    group = CharField(max_length=160)
    use = CharField(max_length=160)

    class Meta:
        indexes = ((("line", "language"), True),)


class Assumption(BaseModel):
    """A number with its range, where it comes from, as its source names it, and the day
    the source tells of."""

    line = reference(CostLine, on_delete="CASCADE", backref="assumptions")
    scenario = reference(Scenario, on_delete="CASCADE", backref="assumptions")
    part = EnumField(Part, max_length=10)
    low = DecimalField(max_digits=14, decimal_places=3)
    likely = DecimalField(max_digits=14, decimal_places=3)
    high = DecimalField(max_digits=14, decimal_places=3)
    source = CharField(max_length=300, default="")
    source_on = DateField(null=True)

    class Meta:
        indexes = ((("line", "scenario", "part"), True),)


class CostStudyVersion(BaseModel):
    """How a study stood. With `published_on` everybody may read it."""

    study = reference(CostStudy, on_delete="CASCADE", backref="versions")
    edition = IntegerField()
    saved_at = DateTimeField(default=now)
    saved_by = reference(User, null=True, on_delete="SET NULL")
    note = CharField(max_length=300, default="")
    language = CharField(max_length=2, default="")
    snapshot = TextField()
    published_on = DateField(null=True)

    class Meta:
        indexes = ((("study", "edition"), True),)
