from enum import StrEnum

from peewee import CharField, DateField, TextField
from playhouse.fields import EnumField

from portal.db import BaseModel, reference
from portal.directory.models import Organisation, Team
from portal.vocabulary.models import Term

KIND = "practice"
CHANGES = "practices"


class Stage(StrEnum):
    """Where a practice is in its life."""

    IDEA = "idea"
    DRAFT = "draft"
    ON_TRIAL = "on-trial"
    EVALUATED = "evaluated"
    IN_USE = "in-use"
    SPREAD = "spread"
    RETIRED = "retired"


class Evidence(StrEnum):
    """How well it is known to work. No effect and harm are findings too."""

    NONE = "none"
    DESCRIBED = "described"
    REASONED = "reasoned"
    SOME = "some"
    MODERATE = "moderate"
    STRONG = "strong"
    NO_EFFECT = "no-effect"
    HARM = "harm"


class Lived(StrEnum):
    """The verdict of people who have lived through what the practice is about."""

    NOT_ASKED = "not-asked"
    MIXED = "mixed"
    RECOMMENDED = "recommended"
    RECOMMENDED_WITH_CHANGES = "recommended-with-changes"
    NOT_RECOMMENDED = "not-recommended"


class Use(StrEnum):
    PLANNED = "planned"
    ON_TRIAL = "on-trial"
    IN_USE = "in-use"
    STOPPED = "stopped"


class Practice(BaseModel):
    """An operating model. Its four marks stand side by side and are never added up:
    completeness is counted from the texts, the others are set."""

    slug = CharField(unique=True, max_length=120)
    stage = EnumField(Stage, max_length=20)
    organisation = reference(Organisation, null=True, on_delete="SET NULL")
    team = reference(Team, null=True, on_delete="SET NULL")
    evidence = EnumField(Evidence, max_length=20, default=Evidence.NONE)
    evidence_by = reference(
        Team, null=True, on_delete="SET NULL", backref="evidence_set"
    )
    evidence_on = DateField(null=True)
    lived = EnumField(Lived, max_length=30, default=Lived.NOT_ASKED)
    lived_on = DateField(null=True)
    checked_on = DateField(null=True)


class PracticeText(BaseModel):
    """A practice in one language, under the headings of Innokylä and ours. Markdown,
    but for the name, the summary and the short facts: place, funder and whole."""

    practice = reference(Practice, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    name = CharField(max_length=200)
    summary = TextField(default="")
    place = CharField(max_length=200, default="")
    funder = CharField(max_length=200, default="")
    whole = CharField(max_length=200, default="")
    problem = TextField(default="")
    audience = TextField(default="")
    how = TextField(default="")
    core = TextField(default="")
    adaptable = TextField(default="")
    needs_of = TextField(default="")
    cost = TextField(default="")
    not_for = TextField(default="")
    setting = TextField(default="")
    insight = TextField(default="")
    co_developers = TextField(default="")
    change = TextField(default="")
    indicators = TextField(default="")
    results = TextField(default="")
    lived = TextField(default="")
    harms = TextField(default="")
    tips = TextField(default="")

    class Meta:
        indexes = ((("practice", "language"), True),)


class PracticeTag(BaseModel):
    practice = reference(Practice, on_delete="CASCADE", backref="tags")
    term = reference(Term, on_delete="CASCADE")

    class Meta:
        indexes = ((("practice", "term"), True),)


class Application(BaseModel):
    """A practice in use, or no longer in use, in one area."""

    practice = reference(Practice, on_delete="CASCADE", backref="applications")
    area = reference(Term, on_delete="CASCADE")
    state = EnumField(Use, max_length=20)
    since = DateField(null=True)
    until = DateField(null=True)


class ApplicationText(BaseModel):
    application = reference(Application, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    note = TextField(default="")

    class Meta:
        indexes = ((("application", "language"), True),)
