from datetime import date
from enum import StrEnum

from peewee import BooleanField, CharField, DateField, DateTimeField, TextField
from playhouse.fields import EnumField

from portal.accounts.models import User
from portal.db import BaseModel, reference, today
from portal.directory.models import Organisation, Team
from portal.vocabulary.models import Term


class Phase(StrEnum):
    """What a workshop is doing now: exactly one thing at a time."""

    GATHER = "gather"
    GROUP = "group"
    DISCUSS = "discuss"
    VOTE = "vote"
    ANSWER = "answer"


class Template(StrEnum):
    """The common kinds of workshop, each with texts and dates to start from."""

    IDEAS = "ideas"
    REVIEW = "review"
    BUDGET = "budget"
    PRIORITY = "priority"
    PANEL = "panel"


class Entry(StrEnum):
    """Who may join: anybody who finds the workshop, those who have its code, or
    those with an invitation of their own."""

    OPEN = "open"
    CODE = "code"
    INVITED = "invited"


class Workshop(BaseModel):
    """A question and how it is worked on. One form sent twice has one `submission`."""

    slug = CharField(unique=True, max_length=120)
    code = CharField(unique=True, max_length=6)
    template = EnumField(Template, max_length=10, default=Template.IDEAS)
    entry = EnumField(Entry, max_length=10, default=Entry.OPEN)
    phase_set = EnumField(
        Phase, max_length=10, default=Phase.GATHER, column_name="phase"
    )
    moves_by_date = BooleanField(default=False)
    organisation = reference(Organisation, null=True, on_delete="SET NULL")
    team = reference(Team, null=True, on_delete="SET NULL")
    opened_on = DateField()
    gather_until = DateField()
    group_until = DateField()
    discuss_until = DateField()
    vote_until = DateField()
    answer_until = DateField()
    in_room = BooleanField(default=True)
    on_web = BooleanField(default=True)
    on_paper = BooleanField(default=True)
    deletes_on = DateField(null=True)
    timer_ends_at = DateTimeField(null=True)
    submission = CharField(max_length=40, null=True, unique=True)

    def until(self, phase: Phase) -> date:
        """The last day of a phase."""
        day: date = getattr(self, f"{phase.value}_until")
        return day

    @property
    def phase(self) -> Phase:
        """The phase that was set or, for a workshop that moves by its dates, the
        one that today belongs to, never an earlier one than was set."""
        phases = list(Phase)
        place = phases.index(Phase(self.phase_set))
        if self.moves_by_date:
            day = today()
            while place < len(phases) - 1 and self.until(phases[place]) < day:
                place += 1
        return phases[place]


class WorkshopText(BaseModel):
    """A workshop in one language. All but the title is Markdown."""

    workshop = reference(Workshop, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    title = CharField(max_length=160)
    question = TextField(default="")
    decides = TextField(default="")
    ways = TextField(default="")
    access = TextField(default="")
    fee = TextField(default="")
    rules = TextField(default="")
    data_use = TextField(default="")

    class Meta:
        indexes = ((("workshop", "language"), True),)


class WorkshopArea(BaseModel):
    workshop = reference(Workshop, on_delete="CASCADE", backref="areas")
    area = reference(Term, on_delete="CASCADE")

    class Meta:
        indexes = ((("workshop", "area"), True),)


class Facilitator(BaseModel):
    """A user who runs one workshop."""

    workshop = reference(Workshop, on_delete="CASCADE", backref="facilitators")
    user = reference(User, on_delete="CASCADE")

    class Meta:
        indexes = ((("workshop", "user"), True),)
