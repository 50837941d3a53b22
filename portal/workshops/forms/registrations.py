"""What somebody writes who wants to come to a session."""

from typing import Self

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField

from portal.accounts.models import Voice
from portal.forms import (
    BaseForm,
    Line,
    Text,
    at_most,
    email_or_nothing,
    one_of,
    options,
    required,
    submission_field,
)
from portal.i18n import LANGUAGES, language
from portal.screening.forms import no_identity_code
from portal.workshops.actions.registering import Guest
from portal.workshops.labels import VOICES
from portal.workshops.models import Participant

LONGEST_NAME = 80
LONGEST_EMAIL = 200
LONGEST_NEEDS = 300


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
