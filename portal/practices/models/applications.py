from enum import StrEnum

from peewee import (
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
from portal.directory.models import Organisation
from portal.practices.models.practices import Practice
from portal.vocabulary.models import Term


class Use(StrEnum):
    PLANNED = "planned"
    ON_TRIAL = "on-trial"
    IN_USE = "in-use"
    STOPPED = "stopped"


class Application(BaseModel):
    """A practice in use, or no longer in use, in one area. `version` is the edition of
    the practice that was taken in use. `email` is asked once a year whether it still
    holds, and is never shown; `asked_on` and `confirmed_on` tell of that, and
    `asked_times` how often in vain. `edition` counts the times it was saved."""

    practice = reference(Practice, on_delete="CASCADE", backref="applications")
    area = reference(Term, on_delete="CASCADE")
    state = EnumField(Use, max_length=20)
    since = DateField(null=True)
    until = DateField(null=True)
    organisation = reference(Organisation, null=True, on_delete="SET NULL")
    version = IntegerField(null=True)
    email = CharField(max_length=200, default="")
    told_by = reference(User, null=True, on_delete="SET NULL")
    told_at = DateTimeField(default=now)
    asked_on = DateField(null=True)
    asked_times = SmallIntegerField(default=0)
    confirmed_on = DateField(null=True)
    edition = IntegerField(default=1)
    submission = CharField(max_length=40, null=True, unique=True)

    class Meta:
        indexes = ((("area", "state"), False),)


class ApplicationText(BaseModel):
    """A local application in one language: `note` is what was changed from the core,
    `result` what came of it, `stopped` why it ended, `contact` the role to ask."""

    application = reference(Application, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    note = TextField(default="")
    result = TextField(default="")
    stopped = TextField(default="")
    contact = CharField(max_length=160, default="")

    class Meta:
        indexes = ((("application", "language"), True),)
