"""What somebody writes who wants to come to a session."""

from typing import Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, RadioField, SelectField
from wtforms.validators import StopValidation

from portal.accounts.models import Voice
from portal.config import EMAIL
from portal.forms import (
    BaseForm,
    Line,
    Text,
    at_most,
    one_of,
    options,
    required,
    submission_field,
)
from portal.i18n import LANGUAGES, language
from portal.screening.identity_codes import holds_identity_code
from portal.workshops.actions.registering import Guest
from portal.workshops.labels import VOICES
from portal.workshops.models import Participant

LONGEST_NAME = 80
LONGEST_EMAIL = 200
LONGEST_NEEDS = 300


def email_or_nothing(_form: Form, field: Field) -> None:
    if field.data and not EMAIL.fullmatch(field.data):
        raise StopValidation(_("Write the e-mail address with an @ sign"))


def no_identity_code(_form: Form, field: Field) -> None:
    if holds_identity_code(field.data or ""):
        raise StopValidation(
            _("Take the personal identity code away. We do not need it.")
        )


class WriteInForm(BaseForm):
    """Somebody written in by those who run the workshop."""

    name = Line(
        _l("Name or nickname"),
        [
            required(_l("Write a name or a nickname")),
            at_most(LONGEST_NAME),
            no_identity_code,
        ],
    )
    voice = RadioField(
        _l("I take part as"),
        choices=options(VOICES),
        validate_choice=False,
        validators=[one_of(_l("Choose as whom you take part"))],
    )
    submission = submission_field()

    @property
    def guest(self) -> Guest:
        return Guest(self.name.data, Voice(self.voice.data), language())


class RegistrationForm(WriteInForm):
    email = Line(_l("E-mail"), [at_most(LONGEST_EMAIL), email_or_nothing])
    language = SelectField(
        _l("Language we write to you in"),
        choices=options(LANGUAGES),
        validate_choice=False,
        validators=[one_of()],
    )
    needs = Text(
        _l("What do you need to take part?"),
        [at_most(LONGEST_NEEDS), no_identity_code],
    )

    @classmethod
    def blank(cls, me: Participant | None) -> Self:
        """The form with what is known of a participant."""
        known = {"name": me.nickname, "voice": me.voice.value} if me else {}
        return cls(data={"language": language(), **known})

    def guest_of(self, me: Participant | None) -> Guest:
        return Guest(
            self.name.data,
            Voice(self.voice.data),
            self.language.data,
            self.email.data,
            self.needs.data,
            me,
        )
