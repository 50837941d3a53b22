from enum import StrEnum

from peewee import CharField, IntegerField
from playhouse.fields import EnumField

from portal.db import BaseModel, reference


class Scheme(StrEnum):
    """A list of terms; its name is also the query parameter that filters by it."""

    AREA = "area"
    NEED = "need"
    THEME = "theme"
    GROUP = "group"
    TIER = "tier"
    ACCESS = "access"
    FOCUS = "focus"
    CHANNEL = "channel"
    LANGUAGE = "language"


class Term(BaseModel):
    scheme = EnumField(Scheme, max_length=20)
    code = CharField(max_length=40)
    position = IntegerField()

    class Meta:
        indexes = ((("scheme", "code"), True),)


class TermText(BaseModel):
    """`door`: how a person in that situation would open, in the first person."""

    term = reference(Term, on_delete="CASCADE")
    language = CharField(max_length=2)
    label = CharField(max_length=80)
    door = CharField(max_length=80, default="")

    class Meta:
        indexes = ((("term", "language"), True),)


class TermSource(BaseModel):
    """A term of somebody else's list that means the same."""

    term = reference(Term, on_delete="CASCADE")
    uri = CharField(max_length=200)

    class Meta:
        indexes = ((("term", "uri"), True),)
