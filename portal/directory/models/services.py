from enum import StrEnum

from peewee import (
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    SmallIntegerField,
    TextField,
)
from playhouse.fields import EnumField

from portal.db import BaseModel, now, reference
from portal.directory.models.known import Known
from portal.directory.models.organisations import Organisation, Team
from portal.vocabulary.models import Term

KIND = "service"
CHANGES = "directory"


class Origin(StrEnum):
    """Whose record this is."""

    REGION = "region"
    NATIONAL_DESCRIPTION = "national"


class Charge(StrEnum):
    FREE = "free"
    CHARGED = "charged"
    UNKNOWN = "unknown"


class Service(BaseModel):
    """A thing people need. A national description is a template: it tells what such
    a service is, and belongs to no region. `twin_key` joins descriptions of one
    service for different audiences."""

    slug = CharField(unique=True, max_length=120)
    origin = EnumField(Origin, max_length=10)
    twin_key = CharField(max_length=320, index=True)
    organisation = reference(Organisation, null=True, on_delete="SET NULL")
    team = reference(Team, null=True, on_delete="SET NULL")
    assessment = EnumField(Known, max_length=10, default=Known.UNKNOWN)
    recorded = EnumField(Known, max_length=10, default=Known.UNKNOWN)
    name_asked = EnumField(Known, max_length=10, default=Known.UNKNOWN)
    told = EnumField(Known, max_length=10, default=Known.UNKNOWN)
    charge = EnumField(Charge, max_length=10, default=Charge.UNKNOWN)
    phone = CharField(max_length=40, default="")
    email = CharField(max_length=200, default="")
    interpreter = EnumField(Known, max_length=10, default=Known.UNKNOWN)
    sensitive = BooleanField(default=False)
    strong_identification = BooleanField(default=False)
    checked_on = DateField(null=True)
    review_months = SmallIntegerField(default=12)
    created_at = DateTimeField(default=now)
    updated_at = DateTimeField(default=now)


class ServiceText(BaseModel):
    """A service in one language. Long texts are Markdown; `situations` is one
    situation a line: when somebody may need this."""

    service = reference(Service, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    name = CharField(max_length=300)
    summary = TextField(default="")
    description = TextField(default="")
    audience = TextField(default="")
    situations = TextField(default="")
    access = TextField(default="")
    cost = TextField(default="")
    criteria = TextField(default="")
    deadline = TextField(default="")
    processing_time = TextField(default="")
    validity = TextField(default="")
    assessment = TextField(default="")
    recorded = TextField(default="")
    name_asked = TextField(default="")
    told = TextField(default="")
    updated_at = DateTimeField(default=now)

    class Meta:
        indexes = ((("service", "language"), True),)


class ServiceTag(BaseModel):
    """A term of the vocabulary that fits a service."""

    service = reference(Service, on_delete="CASCADE", backref="tags")
    term = reference(Term, on_delete="CASCADE")

    class Meta:
        indexes = ((("service", "term"), True),)


class ServiceCode(BaseModel):
    """A class, target group, life event or subject word of somebody else's list,
    kept as it was given."""

    service = reference(Service, on_delete="CASCADE", backref="codes")
    scheme = CharField(max_length=30)
    uri = CharField(max_length=200)
    label = CharField(max_length=200)
    language = CharField(max_length=2)

    class Meta:
        indexes = ((("service", "scheme", "uri"), True),)


class ServiceLaw(BaseModel):
    """An act that a service rests on, as named in one language."""

    service = reference(Service, on_delete="CASCADE", backref="laws")
    position = SmallIntegerField()
    language = CharField(max_length=2)
    name = CharField(max_length=300)
    url = CharField(max_length=500, default="")
