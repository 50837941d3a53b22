"""How was chosen, and how far what was selected has come."""

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
from portal.pilots.models.pilots import Pilot
from portal.vocabulary.models import Term


class Selection(BaseModel):
    """How was chosen. Criteria are locked before results are opened: `locked_text` is
    the whole of what was locked, `digest` its SHA-256."""

    slug = CharField(unique=True, max_length=120)
    locked_at = DateTimeField(null=True)
    locked_by = reference(
        User, null=True, on_delete="SET NULL", backref="selections_locked"
    )
    locked_text = TextField(default="")
    digest = CharField(max_length=64, default="")
    opened_at = DateTimeField(null=True)
    decided_on = DateField(null=True)
    decided_by = CharField(max_length=200, default="")
    edition = IntegerField(default=1)
    made_by = reference(User, null=True, on_delete="SET NULL")
    submission = CharField(max_length=40, null=True, unique=True)


class SelectionText(BaseModel):
    selection = reference(Selection, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    title = CharField(max_length=200)
    decision = TextField(default="")
    dissent = TextField(default="")

    class Meta:
        indexes = ((("selection", "language"), True),)


class SelectionVersion(BaseModel):
    """What was said at this edition, before it was corrected, and why it was."""

    selection = reference(Selection, on_delete="CASCADE", backref="versions")
    edition = IntegerField()
    corrected_at = DateTimeField(default=now)
    corrected_by = reference(User, null=True, on_delete="SET NULL")
    note = CharField(max_length=300)
    language = CharField(max_length=2)
    snapshot = TextField()

    class Meta:
        indexes = ((("selection", "edition"), True),)


class Choice(StrEnum):
    SELECTED = "selected"
    NOT_SELECTED = "not-selected"
    CONTINUED = "continued"


class Candidate(BaseModel):
    selection = reference(Selection, on_delete="CASCADE", backref="candidates")
    pilot = reference(Pilot, on_delete="CASCADE")
    choice = EnumField(Choice, max_length=20, null=True)

    class Meta:
        indexes = ((("selection", "pilot"), True),)


class CandidateText(BaseModel):
    candidate = reference(Candidate, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    reason = TextField()

    class Meta:
        indexes = ((("candidate", "language"), True),)


class Criterion(BaseModel):
    """`weight` in whole per cents; those of a selection make 100."""

    selection = reference(Selection, on_delete="CASCADE", backref="criteria")
    position = IntegerField(default=0)
    weight = SmallIntegerField()


class CriterionText(BaseModel):
    criterion = reference(Criterion, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    words = TextField()

    class Meta:
        indexes = ((("criterion", "language"), True),)


class Score(BaseModel):
    """0 to 5, with what it rests on."""

    criterion = reference(Criterion, on_delete="CASCADE", backref="scores")
    candidate = reference(Candidate, on_delete="CASCADE", backref="scores")
    points = SmallIntegerField()
    source = TextField(default="")
    language = CharField(max_length=2)

    class Meta:
        indexes = ((("criterion", "candidate"), True),)


class TakeUpState(StrEnum):
    """How far a municipality has come in taking up what was selected."""

    NOT_STARTED = "not-started"
    PLANNED = "planned"
    IN_USE = "in-use"
    STOPPED = "stopped"


class TakeUp(BaseModel):
    """One municipality of a pilot's roll-out, with the `edition` of the practice it
    uses. No row: not known."""

    pilot = reference(Pilot, on_delete="CASCADE", backref="take_ups")
    area = reference(Term, on_delete="CASCADE")
    state = EnumField(TakeUpState, max_length=20)
    practice_edition = IntegerField(null=True)
    since = DateField(null=True)

    class Meta:
        indexes = ((("pilot", "area"), True),)


class TakeUpText(BaseModel):
    take_up = reference(TakeUp, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    reason = TextField()

    class Meta:
        indexes = ((("take_up", "language"), True),)
