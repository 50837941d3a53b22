from peewee import BooleanField, CharField, DateField, SmallIntegerField, TextField

from portal.db import BaseModel, reference
from portal.directory.models.services import Service
from portal.vocabulary.models import Term


class Stop(BaseModel):
    """Where a mobile service comes again and again. `rule` is the recurrence as in
    RFC 5545 (`FREQ=WEEKLY;INTERVAL=2;BYDAY=TU`) counted from `first_on`; times are
    minutes from midnight."""

    service = reference(Service, on_delete="CASCADE", backref="stops")
    area = reference(Term, on_delete="RESTRICT")
    rule = CharField(max_length=200)
    first_on = DateField()
    last_on = DateField(null=True)
    opens = SmallIntegerField()
    closes = SmallIntegerField()
    on_holidays = BooleanField(default=False)


class StopText(BaseModel):
    stop = reference(Stop, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    spot = CharField(max_length=200)
    note = TextField(default="")

    class Meta:
        indexes = ((("stop", "language"), True),)


class StopException(BaseModel):
    """On this day the stop is left out, or kept at other times."""

    stop = reference(Stop, on_delete="CASCADE")
    day = DateField()
    opens = SmallIntegerField(null=True)
    closes = SmallIntegerField(null=True)

    class Meta:
        indexes = ((("stop", "day"), True),)
