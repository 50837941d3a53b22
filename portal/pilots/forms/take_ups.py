from typing import Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, HiddenField, RadioField, SelectField
from wtforms.validators import Optional, StopValidation

from portal.db import today
from portal.forms import BaseForm, Text, at_most, one_of, options
from portal.i18n import LANGUAGES
from portal.pilots.actions.take_ups import Told, seen_of
from portal.pilots.models import TakeUpState
from portal.pilots.queries.take_ups import Place
from portal.pilots.selection_labels import TAKE_UPS
from portal.screening.forms import no_identity_code
from portal.workshops.forms import Day

LONGEST_REASON = 1000
BEGUN = (TakeUpState.IN_USE, TakeUpState.STOPPED)


def stopped_for(form: Form, field: Field) -> None:
    """The first language asks why it was stopped, if no language tells."""
    names = [f"reason_{code}" for code in LANGUAGES]
    stopped = form["pick_state"].data == TakeUpState.STOPPED
    if (
        stopped
        and field.name == names[0]
        and not any(form[name].data for name in names)
    ):
        raise StopValidation(_("Tell why it was stopped, in one language at least"))


def begun(form: Form, field: Field) -> None:
    if form["pick_state"].data in BEGUN and field.data > today():
        raise StopValidation(
            _("This day is still to come. Choose Planned, or a day past")
        )


class TakeUpForm(BaseForm):
    """How far one municipality has come."""

    pick_state = RadioField(
        _l("How far has it come?"),
        choices=options({"": _l("Not known"), **TAKE_UPS}),
        validate_choice=False,
        validators=[one_of(_l("Choose how far it has come"))],
    )
    pick_edition = SelectField(
        _l("Version of the practice"), validate_choice=False, validators=[one_of()]
    )
    since = Day(_l("Since when"), [Optional(), begun])
    pick_seen = HiddenField()

    @classmethod
    def of(cls, place: Place) -> Self:
        return cls.read(
            data={
                "pick_state": place.state.value if place.state else "",
                "pick_edition": str(place.edition or ""),
                "since": place.since,
                "pick_seen": seen_of(place),
                **{f"reason_{code}": words for code, words in place.reasons.items()},
            }
        )

    def offer(self, newest: int | None) -> Self:
        """Versions from the newest to the first."""
        numbers = [str(number) for number in range(newest or 0, 0, -1)]
        labels = {number: _("Version %(number)s", number=number) for number in numbers}
        self.pick_edition.choices = options({"": _("Not known"), **labels})
        return self

    @property
    def told(self) -> Told:
        if not self.pick_state.data:
            return Told(None)
        edition = self.pick_edition.data
        reasons = {code: self[f"reason_{code}"].data for code in LANGUAGES}
        return Told(
            TakeUpState(self.pick_state.data),
            int(edition) if edition else None,
            self.since.data,
            {code: reason for code, reason in reasons.items() if reason},
        )


for _code in LANGUAGES:
    setattr(
        TakeUpForm,
        f"reason_{_code}",
        Text(_l("Reason"), [stopped_for, at_most(LONGEST_REASON), no_identity_code]),
    )
