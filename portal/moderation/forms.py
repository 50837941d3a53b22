from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, RadioField
from wtforms.validators import StopValidation

from portal.forms import BaseForm, Text, at_most, one_of
from portal.moderation.labels import REASONS
from portal.moderation.models import Decision

LONGEST_NOTE = 600


def needed_to_return(form: Form, field: Field) -> None:
    """The writer must be able to see what to change."""
    if form["decision"].data == Decision.RETURN and not field.data:
        raise StopValidation(str(_l("Choose why it goes back to the writer")))


class DecisionForm(BaseForm):
    decision = RadioField(
        choices=[(Decision.PUBLISH, ""), (Decision.RETURN, "")],
        validate_choice=False,
        validators=[one_of(_l("Choose whether to publish or to return this"))],
    )
    reason = RadioField(
        _l("Why"),
        choices=[("", _l("No reason")), *REASONS.items()],
        default="",
        validate_choice=False,
        validators=[one_of(), needed_to_return],
    )
    note = Text(_l("In your own words"), [at_most(LONGEST_NOTE)])
