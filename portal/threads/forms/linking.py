"""How one thing came of another, as editors say it."""

from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, HiddenField, SelectField
from wtforms.validators import StopValidation

from portal.db import LARGEST_ID
from portal.forms import (
    BaseForm,
    Line,
    at_most,
    language_field,
    one_of,
    options,
    required,
    submission_field,
)
from portal.threads import things
from portal.threads.labels import OUTCOMES
from portal.threads.models import Outcome
from portal.threads.things import End
from portal.upkeep.forms.fields import Day

LONGEST_NOTE = 300
LONGEST_TITLE = 200
LONGEST_SUBMISSION = 40
AFTER, BEFORE = "after", "before"


def end_of(words: str | None) -> End | None:
    """`proposal:12` as the thing it names."""
    kind, _colon, number = (words or "").partition(":")
    right = kind in things.KINDS and number.isascii() and number.isdigit()
    if not right or len(number) > len(str(LARGEST_ID)) or int(number) > LARGEST_ID:
        return None
    return End(kind, int(number))


def a_thing(_form: Form, field: Field) -> None:
    if end_of(field.data) is None:
        raise StopValidation(_("Choose what to join"))


class JointForm(BaseForm):
    """`pick_thing` is the other thing, `pick_way` whether it came after this one or
    before."""

    pick_thing = HiddenField(validators=[a_thing])
    pick_way = HiddenField(default=AFTER)
    outcome = SelectField(
        _l("How it came"),
        choices=options(OUTCOMES),
        default=Outcome.LED_TO.value,
        validate_choice=False,
        validators=[one_of()],
    )
    on = Day(_l("When"))
    note = Line(_l("What happened, in your words"), [at_most(LONGEST_NOTE)])
    language = language_field()

    @property
    def end(self) -> End | None:
        return end_of(self.pick_thing.data)

    @property
    def is_before(self) -> bool:
        return bool(self.pick_way.data == BEFORE)

    @property
    def day(self) -> date | None:
        return date.fromisoformat(self.on.data) if self.on.data else None


class NewThreadForm(BaseForm):
    pick_thing = HiddenField(validators=[a_thing])
    title = Line(
        _l("Title of the thread"),
        [required(_l("Give the thread a title")), at_most(LONGEST_TITLE)],
    )
    language = language_field()
    submission = submission_field(at_most(LONGEST_SUBMISSION))

    @property
    def end(self) -> End | None:
        return end_of(self.pick_thing.data)
