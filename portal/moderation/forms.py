from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, RadioField
from wtforms.validators import StopValidation

from portal.forms import BaseForm, Text, at_most, one_of, options
from portal.moderation.labels import REASONS
from portal.moderation.models import Decision, Reason

LONGEST_NOTE = 600


def needed_to_return(form: Form, field: Field) -> None:
    """The writer must be able to see what to change."""
    if form["decision"].data == Decision.RETURN and not field.data:
        raise StopValidation(str(_l("Choose why it goes back to the writer")))


class DecisionForm(BaseForm):
    decision = RadioField(
        choices=options(dict.fromkeys(Decision, "")),
        validate_choice=False,
        validators=[one_of(_l("Choose whether to publish or to return this"))],
    )
    reason = RadioField(
        _l("Why"),
        choices=options({"": _l("No reason"), **REASONS}),
        default="",
        validate_choice=False,
        validators=[one_of(), needed_to_return],
    )
    note = Text(_l("In your own words"), [at_most(LONGEST_NOTE)])

    @property
    def reason_given(self) -> Reason | None:
        """Why it goes back; a choice left from before publishing means nothing."""
        returned = self.decision.data == Decision.RETURN
        return Reason(self.reason.data) if returned else None
