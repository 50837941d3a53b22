"""What somebody writes who joins a workshop, or comes back to it."""

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, StringField

from portal.forms import (
    BaseForm,
    Line,
    at_most,
    one_of,
    options,
    required,
    submission_field,
)
from portal.workshops.codes import cleaned
from portal.workshops.labels import VOICES

LONGEST_NICKNAME = 40
LONGEST_CODE = 40


class CodeForm(BaseForm):
    code = StringField(
        _l("Code, 6 letters and numbers"),
        [required(_l("Write the code")), at_most(LONGEST_CODE)],
    )

    @property
    def meant(self) -> str:
        return cleaned(self.code.data or "")


class JoinForm(BaseForm):
    voice = RadioField(
        _l("I take part as"),
        choices=options(VOICES),
        validate_choice=False,
        validators=[one_of(_l("Choose as whom you take part"))],
    )
    nickname = Line(_l("Nickname"), [at_most(LONGEST_NICKNAME)])
    submission = submission_field()


class ReturnForm(BaseForm):
    recovery = StringField(
        _l("Recovery code"),
        [required(_l("Write the recovery code")), at_most(LONGEST_CODE)],
    )

    @property
    def meant(self) -> str:
        return cleaned(self.recovery.data or "")
