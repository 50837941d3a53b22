"""What a moderator asks another, and whom they block until when."""

from datetime import date, timedelta

from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, RadioField
from wtforms.validators import StopValidation

from portal.db import today
from portal.forms import BaseForm, Line, Text, at_most, one_of, options, required
from portal.moderation.actions.blocking import MOST_DAYS
from portal.moderation.labels import REASONS
from portal.moderation.models import Reason

LONGEST_QUESTION = 300


class OpinionForm(BaseForm):
    question = Text(
        _l("What do you want to ask?"),
        [required(_l("Write what you are unsure of")), at_most(LONGEST_QUESTION)],
    )


def day_that_can_be(_form: Form, field: Field) -> None:
    try:
        day = date.fromisoformat(field.data)
    except ValueError as error:
        raise StopValidation(str(_l("Write the last day of the block"))) from error
    if not 1 <= (day - today()).days <= MOST_DAYS:
        raise StopValidation(
            str(_l("A block lasts at least one day and at most one year"))
        )


def in_a_week() -> str:
    return (today() + timedelta(days=7)).isoformat()


class BlockForm(BaseForm):
    pick_why = RadioField(
        _l("Why is the author blocked?"),
        choices=options(REASONS),
        validate_choice=False,
        validators=[one_of(_l("Choose why"))],
    )
    pick_until = Line(
        _l("Through which day?"),
        [day_that_can_be],
        default=in_a_week,
    )

    @property
    def day(self) -> date:
        return date.fromisoformat(self.pick_until.data)

    @property
    def reason(self) -> Reason:
        return Reason(self.pick_why.data)
