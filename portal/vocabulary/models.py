from enum import StrEnum

from peewee import BooleanField, CharField, IntegerField
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


class Concept(BaseModel):
    """One thing that people call by many words. A `removed` one keeps its words, so
    that it can be brought back, and its code, so that no file brings it back."""

    code = CharField(unique=True, max_length=60)
    removed = BooleanField(default=False)


class ConceptTerm(BaseModel):
    """A term of the vocabulary that a concept belongs to."""

    concept = reference(Concept, on_delete="CASCADE")
    term = reference(Term, on_delete="CASCADE")

    class Meta:
        indexes = ((("concept", "term"), True),)


class ConceptLead(BaseModel):
    """The code of another concept, a service, that helps those who speak of this one;
    the best first."""

    concept = reference(Concept, on_delete="CASCADE")
    position = IntegerField()
    code = CharField(max_length=60)

    class Meta:
        indexes = ((("concept", "code"), True),)


class ConceptWord(BaseModel):
    """A word or phrase for a concept. One that is `search_only` (slang, or a word
    that hurts) is matched and never shown."""

    concept = reference(Concept, on_delete="CASCADE", backref="words")
    language = CharField(max_length=2)
    position = IntegerField()
    word = CharField(max_length=80)
    search_only = BooleanField(default=False)
