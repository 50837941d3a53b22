from enum import StrEnum

from peewee import BooleanField, CharField, DateField, TextField
from playhouse.fields import EnumField

from portal.accounts.models import User
from portal.db import BaseModel, reference
from portal.directory.models import Charge, Known, Service, Team
from portal.vocabulary.models import Term

KIND = "definition"


class CardState(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"


class Field(StrEnum):
    """What a service is compared in with its definition card."""

    TIER = "tier"
    ACCESS = "access"
    CHARGE = "charge"
    ASSESSMENT = "assessment"
    RECORDED = "recorded"
    NAME_ASKED = "name_asked"
    TOLD = "told"
    LANGUAGES = "languages"
    CHANNEL = "channel"
    WAIT = "wait"


class Decision(StrEnum):
    """What was decided of a difference."""

    ACCEPTED = "accepted"
    TO_MEND = "to-mend"


class RolloutState(StrEnum):
    NOT_STARTED = "not-started"
    PLANNED = "planned"
    IN_USE = "in-use"
    STOPPED = "stopped"


class DefinitionCard(BaseModel):
    """What is agreed of every service of one type; null is not agreed.
    `responsible_worker` tells whether each client has one."""

    slug = CharField(unique=True, max_length=120)
    state = EnumField(CardState, max_length=10, default=CardState.DRAFT)
    tier = reference(Term, null=True, on_delete="SET NULL")
    access = reference(Term, null=True, on_delete="SET NULL", backref="accessed")
    charge = EnumField(Charge, max_length=10, null=True)
    assessment = EnumField(Known, max_length=10, null=True)
    recorded = EnumField(Known, max_length=10, null=True)
    name_asked = EnumField(Known, max_length=10, null=True)
    told = EnumField(Known, max_length=10, null=True)
    responsible_worker = BooleanField(default=False)
    team = reference(Team, null=True, on_delete="SET NULL")
    agreed_on = DateField(null=True)
    review_on = DateField(null=True)


class DefinitionText(BaseModel):
    """A definition card in one language. Markdown where it is long."""

    card = reference(DefinitionCard, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    name = CharField(max_length=200)
    purpose = TextField(default="")
    includes = TextField(default="")
    excludes = TextField(default="")
    criteria = TextField(default="")
    steps = TextField(default="")
    tier_reason = TextField(default="")
    professionals = TextField(default="")
    indicators = TextField(default="")

    class Meta:
        indexes = ((("card", "language"), True),)


class DefinedService(BaseModel):
    """A service follows one definition card at most."""

    service = reference(Service, unique=True, on_delete="CASCADE")
    card = reference(DefinitionCard, on_delete="CASCADE")


class Deviation(BaseModel):
    """What was decided of one difference between a service and its card. It is
    accepted until a day, or to be mended by one if one is given."""

    card = reference(DefinitionCard, on_delete="CASCADE")
    service = reference(Service, on_delete="CASCADE")
    field = EnumField(Field, max_length=20)
    state = EnumField(Decision, max_length=10)
    accepted_until = DateField(null=True)
    decided_by = reference(User, null=True, on_delete="SET NULL")
    decided_on = DateField()

    class Meta:
        indexes = ((("card", "service", "field"), True),)


class DeviationText(BaseModel):
    deviation = reference(Deviation, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    reason = TextField()

    class Meta:
        indexes = ((("deviation", "language"), True),)


class Rollout(BaseModel):
    """How far the responsible worker has come in the services of one card in one
    municipality. No row: not known."""

    card = reference(DefinitionCard, on_delete="CASCADE")
    area = reference(Term, on_delete="CASCADE")
    state = EnumField(RolloutState, max_length=20)
    since = DateField(null=True)

    class Meta:
        indexes = ((("card", "area"), True),)


class RolloutText(BaseModel):
    rollout = reference(Rollout, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    note = TextField()

    class Meta:
        indexes = ((("rollout", "language"), True),)
