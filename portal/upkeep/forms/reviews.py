from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, HiddenField, RadioField
from wtforms.validators import StopValidation

from portal.forms import BaseForm, Text, at_most, one_of, options
from portal.i18n import language
from portal.screening.forms import no_identity_code
from portal.upkeep.actions.feedback import Said
from portal.upkeep.forms.feedback import LONGEST_MESSAGE
from portal.upkeep.forms.feedback_answers import seen
from portal.upkeep.models import About, Source

RIGHT, CHANGES = "right", "changes"


def needed_to_change(form: Form, field: Field) -> None:
    if form["decision"].data == CHANGES and not field.data:
        raise StopValidation(str(_l("Write what changes")))


class ReviewForm(BaseForm):
    decision = RadioField(
        choices=options({RIGHT: "", CHANGES: ""}),
        validate_choice=False,
        validators=[one_of(_l("Choose whether the card is right"))],
    )
    message = Text(
        _l("What changes?"),
        [needed_to_change, at_most(LONGEST_MESSAGE), no_identity_code],
    )
    edition = HiddenField()

    @property
    def is_right(self) -> bool:
        return bool(self.decision.data == RIGHT)

    @property
    def seen_edition(self) -> int:
        return seen(self.edition.data)

    @property
    def said(self) -> Said:
        return Said(
            source=Source.REVIEW,
            about=About.OTHER,
            message=self.message.data,
            language=language(),
        )
