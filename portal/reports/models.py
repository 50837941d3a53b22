"""Social reporting: what people see in the work, gathered into phenomena."""

from enum import StrEnum

from peewee import (
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    IntegerField,
    TextField,
)
from playhouse.fields import EnumField

from portal.accounts.models import User, Voice
from portal.db import BaseModel, now, reference
from portal.directory.models import Service, Team
from portal.vocabulary.models import Term

REPORT = "report"
KIND = "phenomenon"
CHANGES = "reports"


class Sort(StrEnum):
    SUCCESS = "success"
    PROBLEM = "problem"
    WEAK_SIGNAL = "weak-signal"


class Frequency(StrEnum):
    ONCE = "once"
    RECURRING = "recurring"
    GROWING = "growing"


class ReportState(StrEnum):
    """`DE_IDENTIFIED`: a moderator has read that it tells of no person."""

    RECEIVED = "received"
    DE_IDENTIFIED = "de-identified"
    RETURNED = "returned"
    HIDDEN = "hidden"
    WITHDRAWN = "withdrawn"


class Progress(StrEnum):
    """How far a phenomenon has come; its reports follow it."""

    GATHERED = "gathered"
    TAKEN_UP = "taken-up"
    ANSWERED = "answered"
    ACTED_ON = "acted-on"
    EFFECT_FOLLOWED = "effect-followed"


class Phenomenon(BaseModel):
    """What several reports tell of. `due_on` is when `team` must have answered.
    `joined` is the phenomenon that this one was joined with; joining is undone by
    emptying it."""

    slug = CharField(unique=True, max_length=120)
    progress = EnumField(Progress, max_length=20, default=Progress.GATHERED)
    joined = reference("self", null=True, on_delete="SET NULL", backref="parts")
    team = reference(Team, null=True, on_delete="SET NULL")
    taken_up_on = DateField(null=True)
    due_on = DateField(null=True)
    answered_on = DateField(null=True)
    public = BooleanField(default=False)
    edition = IntegerField(default=1)
    made_by = reference(User, null=True, on_delete="SET NULL")
    made_at = DateTimeField(default=now)
    updated_at = DateTimeField(default=now)
    submission = CharField(max_length=40, null=True, unique=True)


class PhenomenonText(BaseModel):
    phenomenon = reference(Phenomenon, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    title = CharField(max_length=200)
    summary = TextField(default="")
    answer = TextField(default="")
    action = TextField(default="")
    effect = TextField(default="")

    class Meta:
        indexes = ((("phenomenon", "language"), True),)


class PhenomenonCount(BaseModel):
    """What is told of its reports since `counted_on`: JSON of figures in fives, and of
    the ids of those that were counted."""

    phenomenon = reference(Phenomenon, unique=True, on_delete="CASCADE")
    counted_on = DateField()
    figures = TextField()
    reports = TextField()


class PhenomenonVersion(BaseModel):
    phenomenon = reference(Phenomenon, on_delete="CASCADE", backref="versions")
    edition = IntegerField()
    saved_at = DateTimeField(default=now)
    saved_by = reference(User, null=True, on_delete="SET NULL")
    note = CharField(max_length=300, default="")
    language = CharField(max_length=2, default="")
    snapshot = TextField()

    class Meta:
        indexes = ((("phenomenon", "edition"), True),)


class PhenomenonStep(BaseModel):
    """When it came so far, and who said so. `note` is for those who keep it."""

    phenomenon = reference(Phenomenon, on_delete="CASCADE", backref="steps")
    progress = EnumField(Progress, max_length=20)
    on = DateField()
    set_by = reference(User, null=True, on_delete="SET NULL")
    note = CharField(max_length=300, default="")
    language = CharField(max_length=2, default="")


class Report(BaseModel):
    """One observation. `number` is told on the receipt. Its words are never public:
    what is told is its phenomenon, and places only from five reports on."""

    number = CharField(unique=True, max_length=12)
    sort = EnumField(Sort, max_length=12)
    need = reference(Term, null=True, on_delete="SET NULL")
    group = reference(Term, null=True, on_delete="SET NULL", backref="reports_of_group")
    area = reference(Term, null=True, on_delete="SET NULL", backref="reports_of_area")
    service = reference(Service, null=True, on_delete="SET NULL")
    frequency = EnumField(Frequency, max_length=10, null=True)
    seen = TextField()
    consequence = TextField(default="")
    tried = TextField(default="")
    suggestion = TextField(default="")
    addressee = CharField(max_length=200, default="")
    language = CharField(max_length=2)
    author = reference(User, null=True, on_delete="SET NULL")
    voice = EnumField(Voice, max_length=20)
    state = EnumField(ReportState, max_length=20, default=ReportState.RECEIVED)
    phenomenon = reference(
        Phenomenon, null=True, on_delete="SET NULL", backref="reports"
    )
    received_at = DateTimeField(default=now)
    submission = CharField(unique=True, max_length=40)

    class Meta:
        indexes = ((("state", "received_at"), False), (("phenomenon", "state"), False))


class ReportDraft(BaseModel):
    """What somebody has begun to report, as JSON of the form's fields: one each, seen
    by nobody else, deleted when it is sent."""

    author = reference(User, unique=True, on_delete="CASCADE")
    values = TextField()
    saved_at = DateTimeField(default=now)


class Gathering(BaseModel):
    """A report moved from one phenomenon to another; null is none. Those of one
    `batch` were moved together and are undone together."""

    batch = CharField(max_length=40)
    report = reference(Report, on_delete="CASCADE", backref="gatherings")
    source = reference(
        Phenomenon, null=True, on_delete="CASCADE", backref="gatherings_from"
    )
    target = reference(
        Phenomenon, null=True, on_delete="CASCADE", backref="gatherings_to"
    )
    moved_by = reference(User, null=True, on_delete="SET NULL")
    moved_at = DateTimeField(default=now)
    undone_at = DateTimeField(null=True)

    class Meta:
        indexes = ((("batch",), False),)


class Digest(BaseModel):
    """What a half year's reports came to, as it was counted on one day: JSON of figures
    that were public then, by phenomenon. `half` is 1 or 2."""

    year = IntegerField()
    half = IntegerField()
    counted_on = DateField()
    figures = TextField()

    class Meta:
        indexes = ((("year", "half"), True),)
        table_name = "reports_digest"
