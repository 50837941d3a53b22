from enum import StrEnum

from peewee import (
    CharField,
    DateField,
    DateTimeField,
    IntegerField,
    TextField,
)
from playhouse.fields import EnumField

from portal.accounts.models import User
from portal.db import BaseModel, now, reference
from portal.directory.models import Organisation, Team, TextState
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
    """How well it is known to work. The steps from described to strong are
    cumulative, as in Kasvun tuki: none is reached without the ones before it. No
    effect and harm are findings too."""

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


class Practice(BaseModel):
    """An operating model. Its four marks stand side by side and are never added up:
    completeness is counted from the texts, where it is applied from the applications,
    the others are set (`Mark` keeps who set them and why). `edition` counts the times
    it was saved. Without a published text only its authors see it."""

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
    edition = IntegerField(default=1)
    published_at = DateTimeField(null=True)
    updated_at = DateTimeField(default=now)
    submission = CharField(max_length=40, null=True, unique=True)


class PracticeText(BaseModel):
    """A practice in one language, under the headings of Innokylä and ours. Markdown,
    but for the name, the summary and the short facts: place, funder and whole. `source`
    is the language it was translated from, as that stood at `source_at`."""

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
    state = EnumField(TextState, max_length=10, default=TextState.PUBLISHED)
    source = CharField(max_length=2, default="")
    source_at = DateTimeField(null=True)
    updated_at = DateTimeField(default=now)

    class Meta:
        indexes = ((("practice", "language"), True),)


class PracticeVersion(BaseModel):
    """A practice as it was saved once. `snapshot` is JSON of named texts; `note` is
    what the author said of the change, in this `language`."""

    practice = reference(Practice, on_delete="CASCADE", backref="versions")
    edition = IntegerField()
    saved_at = DateTimeField(default=now, index=True)
    saved_by = reference(User, null=True, on_delete="SET NULL")
    note = CharField(max_length=300, default="")
    language = CharField(max_length=2, default="")
    snapshot = TextField()

    class Meta:
        indexes = ((("practice", "edition"), True),)


class PracticeAuthor(BaseModel):
    """An organisation whose editors look after a practice, beside its owner."""

    practice = reference(Practice, on_delete="CASCADE", backref="authors")
    organisation = reference(Organisation, on_delete="CASCADE")

    class Meta:
        indexes = ((("practice", "organisation"), True),)


class PracticeTag(BaseModel):
    practice = reference(Practice, on_delete="CASCADE", backref="tags")
    term = reference(Term, on_delete="CASCADE")

    class Meta:
        indexes = ((("practice", "term"), True),)


class StageChange(BaseModel):
    """A step of a practice in its life: when, who set it and what they said of it, in
    their `language`."""

    practice = reference(Practice, on_delete="CASCADE", backref="stage_changes")
    stage = EnumField(Stage, max_length=20)
    changed_at = DateTimeField(default=now)
    changed_by = reference(User, null=True, on_delete="SET NULL")
    note = CharField(max_length=300, default="")
    language = CharField(max_length=2, default="")
