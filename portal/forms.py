"""Forms: from what a browser sends to values and errors."""

import secrets
from collections.abc import Callable, Mapping
from typing import Any, Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from wtforms import Field, Form, HiddenField, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import StopValidation

from portal.config import EMAIL
from portal.i18n import LANGUAGES, language
from portal.text import tidy
from portal.web import request

Validator = Callable[[Form, Field], None]

SUBMISSION_BYTES = 16


class BaseForm(Form):
    """A form whose errors read as one list, each with the field to go to."""

    @classmethod
    def read(cls, **kwargs: Any) -> Self:
        """The form as it was sent, or as it is first shown."""
        return cls(request.form if request.method == "POST" else None, **kwargs)

    @property
    def problems(self) -> list[tuple[str, str]]:
        return [(field.id, str(e)) for field in self for e in field.errors[:1]]

    @property
    def summary(self) -> str:
        count = len(self.problems)
        return ngettext(
            "One thing to fix before we can go on",
            "%(num)s things to fix before we can go on",
            count,
        )


def required(message: str) -> Validator:
    def check(_form: Form, field: Field) -> None:
        if not field.data:
            raise StopValidation(message)

    return check


def at_most(limit: int) -> Validator:
    """No longer than `limit` characters; nothing is cut off in silence."""

    def check(_form: Form, field: Field) -> None:
        over = len(field.data or "") - limit
        if over > 0:
            raise StopValidation(
                ngettext(
                    "Shorten this by %(num)s character",
                    "Shorten this by %(num)s characters",
                    over,
                )
            )

    check.limit = limit  # type: ignore[attr-defined]
    return check


def new_submission() -> str:
    """A word that tells one sending of a form from another."""
    return secrets.token_urlsafe(SUBMISSION_BYTES)


def submission_field(*validators: Validator) -> HiddenField:
    return HiddenField(validators=list(validators), default=new_submission)


def email_or_nothing(_form: Form, field: Field) -> None:
    if field.data and not EMAIL.fullmatch(field.data):
        raise StopValidation(_("Write the e-mail address with an @ sign"))


def language_field(label: Any = "") -> RadioField:
    """In which language somebody writes: that of the page, if they say nothing."""
    return RadioField(
        label or _l("Language you write in"),
        choices=options(LANGUAGES),
        default=language,
        validate_choice=False,
        validators=[one_of(_l("Choose the language you write in"))],
    )


class Line(StringField):
    """One line of text, tidied."""

    data: str

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = " ".join(tidy(valuelist[0] if valuelist else "").split())


class Text(TextAreaField):
    """Several lines of text, tidied."""

    data: str

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = tidy(valuelist[0] if valuelist else "")


def options(labels: Mapping[Any, Any]) -> list[SelectChoice]:
    """What can be chosen, by value, with what it is called."""
    return [SelectChoice(value, label) for value, label in labels.items()]


def one_of(message: str = "") -> Validator:
    """The choice is one of those offered."""

    def check(_form: Form, field: Any) -> None:
        offered = {str(choice.value) for choice in field.choices}
        if str(field.data or "") not in offered:
            raise StopValidation(message or str(_l("Choose one of these")))

    return check
