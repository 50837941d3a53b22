from enum import StrEnum

from peewee import (
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    IntegerField,
    SmallIntegerField,
    TextField,
)
from playhouse.fields import EnumField

from portal.accounts.models import User
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


class TextState(StrEnum):
    """How far one language of a service has come. The public sees what is published."""

    DRAFT = "draft"
    REVIEW = "review"
    PUBLISHED = "published"
    ARCHIVED = "archived"


class Charge(StrEnum):
    FREE = "free"
    CHARGED = "charged"
    UNKNOWN = "unknown"


class Service(BaseModel):
    """A thing people need. A national description is a template: it tells what such
    a service is, and belongs to no region. `twin_key` joins descriptions of one
    service for different audiences.

    `edition` counts what was saved; an editor who read an older one is told. The
    waiting time in days is what it was on `wait_checked_on`. `review_email` is asked
    whether the card still holds."""

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
    phone_on_holidays = BooleanField(default=False)
    wait_days = SmallIntegerField(null=True)
    wait_checked_on = DateField(null=True)
    checked_on = DateField(null=True)
    review_months = SmallIntegerField(default=12)
    review_email = CharField(max_length=200, default="")
    edition = IntegerField(default=1)
    created_at = DateTimeField(default=now)
    updated_at = DateTimeField(default=now)


class ServiceText(BaseModel):
    """A service in one language. Long texts are Markdown; `situations` is one
    situation a line: when somebody may need this; `bring` is what to take along.
    `professionals` tells workers how to refer, `staff_notes` are for the region's own
    staff alone. `source` is the language it was translated from, as that text stood
    at `source_at`."""

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
    bring = TextField(default="")
    promise = TextField(default="")
    tier_reason = TextField(default="")
    professionals = TextField(default="")
    staff_notes = TextField(default="")
    state = EnumField(TextState, max_length=10, default=TextState.PUBLISHED)
    source = CharField(max_length=2, default="")
    source_at = DateTimeField(null=True)
    updated_at = DateTimeField(default=now)

    class Meta:
        indexes = ((("service", "language"), True),)


class EasyText(BaseModel):
    """A service in easy language (selkokieli, lättläst): a text of its own, checked
    on its own. `body` is Markdown."""

    service = reference(Service, on_delete="CASCADE", backref="easy_texts")
    language = CharField(max_length=2)
    name = CharField(max_length=300)
    body = TextField()
    state = EnumField(TextState, max_length=10, default=TextState.PUBLISHED)
    checked_on = DateField(null=True)
    updated_at = DateTimeField(default=now)

    class Meta:
        indexes = ((("service", "language"), True),)


class ServiceVersion(BaseModel):
    """A service as it was saved once. `snapshot` is JSON as `actions.snapshots`
    writes it; `note` is what the editor said of the change, in this `language`."""

    service = reference(Service, on_delete="CASCADE", backref="versions")
    edition = IntegerField()
    saved_at = DateTimeField(default=now, index=True)
    saved_by = reference(User, null=True, on_delete="SET NULL")
    note = CharField(max_length=300, default="")
    language = CharField(max_length=2, default="")
    snapshot = TextField()

    class Meta:
        indexes = ((("service", "edition"), True),)


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
