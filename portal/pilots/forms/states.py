"""The next step of a pilot."""

from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField
from wtforms.validators import StopValidation

from portal.db import today
from portal.forms import Line, at_most, one_of, options
from portal.i18n import language
from portal.pilots.labels import STATES
from portal.pilots.models import PilotState
from portal.screening.forms import ScreenedForm
from portal.upkeep.forms.fields import Day
from portal.upkeep.notes import Note

LONGEST_NOTE = 300


class StateForm(ScreenedForm):
    state = RadioField(
        _l("Where is it now?"),
        choices=options({state.value: label for state, label in STATES.items()}),
        validate_choice=False,
        validators=[one_of()],
    )
    note = Line(_l("Why, in a few words"), [at_most(LONGEST_NOTE)])
    on = Day(_l("Since when"))
    unshown = frozenset({"on"})

    def validate_on(self, field: Any) -> None:
        if field.data and date.fromisoformat(field.data) > today():
            raise StopValidation(_("This day is still to come"))

    @property
    def said(self) -> Note:
        return Note(self.note.data, language() if self.note.data else "")

    @property
    def wanted(self) -> PilotState:
        return PilotState(self.state.data)

    @property
    def day(self) -> date | None:
        return date.fromisoformat(self.on.data) if self.on.data else None
