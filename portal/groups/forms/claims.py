"""Claiming a question."""

from datetime import date, timedelta
from typing import ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, Form
from wtforms.validators import StopValidation

from portal.db import today
from portal.forms import Line, Text, at_most, language_field, required
from portal.groups.actions.claims import ClaimDraft
from portal.groups.forms.fields import LONGEST_NAME, sending
from portal.screening.forms import ScreenedForm, no_identity_code
from portal.upkeep.forms.fields import Day
from portal.workshops.forms.dates import NOT_A_DATE

LONGEST_PLAN = 3000
LONGEST_CLAIM = timedelta(days=4 * 366)


def a_day_to_come(_form: Form, field: Field) -> None:
    if not field.data:
        return
    day = date.fromisoformat(field.data)
    if day <= today():
        raise StopValidation(_("Choose a day that is still to come"))
    if day > today() + LONGEST_CLAIM:
        raise StopValidation(_("Choose a day within four years"))


class ClaimForm(ScreenedForm):
    """Who wants to answer a question. Only coordinators see the contact."""

    unshown: ClassVar[frozenset[str]] = frozenset({"contact"})
    name = Line(
        _l("Who answers it"),
        [required(_l("Tell who answers it")), at_most(LONGEST_NAME)],
    )
    plan = Text(
        _l("How you will answer it"),
        [required(_l("Tell how you will answer it")), at_most(LONGEST_PLAN)],
    )
    until = Day(_l("Until when"), [required(NOT_A_DATE), a_day_to_come])
    contact = Line(
        _l("How we reach you"),
        [
            required(_l("Tell how we reach you")),
            at_most(LONGEST_NAME),
            no_identity_code,
        ],
    )
    language = language_field()
    submission = sending()

    @property
    def draft(self) -> ClaimDraft:
        return ClaimDraft(
            self.name.data,
            self.contact.data,
            self.plan.data,
            self.language.data,
            date.fromisoformat(self.until.data),
        )
