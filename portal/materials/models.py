"""The material shelf: what others have made, and whether to use it."""

from enum import StrEnum

from peewee import CharField, DateField, DateTimeField, SmallIntegerField, TextField
from playhouse.fields import EnumField

from portal.accounts.models import User
from portal.db import BaseModel, now, reference
from portal.directory.models import Team
from portal.vocabulary.models import Term

KIND = "material"
CHANGES = "materials"


class MaterialVerdict(StrEnum):
    USE = "use"
    USE_IN_PART = "use-in-part"
    DO_NOT_USE = "do-not-use"
    NOT_READ = "not-read"


class Material(BaseModel):
    """A guide, form, study or course made elsewhere. `licence` as its maker says it,
    `edition` counts the times it was saved."""

    slug = CharField(unique=True, max_length=120)
    url = CharField(max_length=500)
    source = CharField(max_length=200)
    year = SmallIntegerField(null=True)
    licence = CharField(max_length=120, default="")
    language = CharField(max_length=2)
    verdict = EnumField(
        MaterialVerdict, max_length=12, default=MaterialVerdict.NOT_READ
    )
    verdict_by = reference(Team, null=True, on_delete="SET NULL")
    verdict_on = DateField(null=True)
    edition = SmallIntegerField(default=1)
    added_by = reference(User, null=True, on_delete="SET NULL")
    updated_at = DateTimeField(default=now)
    submission = CharField(max_length=40, null=True, unique=True)


class MaterialText(BaseModel):
    material = reference(Material, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    title = CharField(max_length=300)
    summary = TextField(default="")
    reason = TextField(default="")

    class Meta:
        indexes = ((("material", "language"), True),)


class MaterialTag(BaseModel):
    material = reference(Material, on_delete="CASCADE", backref="tags")
    term = reference(Term, on_delete="CASCADE")

    class Meta:
        indexes = ((("material", "term"), True),)
