from enum import StrEnum

from peewee import CharField, DateField, IntegerField
from playhouse.fields import EnumField

from portal.db import BaseModel


class UnmetSource(StrEnum):
    """How it showed that nothing answers a need."""

    NOTHING_FOUND = "nothing-found"
    NOTHING_FITS = "nothing-fits"


class UnmetNeed(BaseModel):
    """How often in a month (its first day) people looked for something and found
    nothing. `term` is the normalised words, empty until enough have looked for the
    same; until then only their keyed digest is kept."""

    digest = CharField(max_length=64)
    term = CharField(max_length=80, default="")
    language = CharField(max_length=2)
    source = EnumField(UnmetSource, max_length=20)
    month = DateField()
    count = IntegerField(default=0)

    class Meta:
        indexes = ((("digest", "language", "source", "month"), True),)
