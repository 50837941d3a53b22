"""Fields and checks that the forms of groups have in common."""

import re
from collections.abc import Mapping
from datetime import time
from typing import Any, ClassVar

from flask_babel import gettext as _
from wtforms import Field, Form, HiddenField
from wtforms.validators import StopValidation

from portal.forms import Line, Validator, at_most, submission_field
from portal.i18n import LANGUAGES
from portal.screening.findings import Sort
from portal.screening.forms import ScreenedForm
from portal.upkeep.forms.fields import WEB
from portal.upkeep.forms.snapshots import ReadForm

LONGEST_NAME = 160
LONGEST_TEXT = 8000
LONGEST_URL = 500
LONGEST_SUBMISSION = 40
FIRST = next(iter(LANGUAGES))
TYPED = re.compile(r"(\d{1,2})(?:[.:](\d{2}))?")


class GroupsForm(ScreenedForm, ReadForm):
    """What editors write of a group. Numbers and addresses of offices may stand in it,
    names of persons only once the writer has looked."""

    passes: ClassVar[frozenset[Sort]] = frozenset(
        {Sort.PHONE, Sort.EMAIL, Sort.ADDRESS, Sort.HEALTH}
    )


class Clock(Line):
    """A time of day, from a browser's clock or typed as times are written here; kept
    as `09:30`."""

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata(valuelist)
        if found := TYPED.fullmatch(self.data):
            hours, minutes = found.groups(default="00")
            self.data = f"{int(hours):02}:{minutes}"

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002  as WTForms calls it
        try:
            _read = self.data and time.fromisoformat(self.data)
        except ValueError as error:
            raise StopValidation(_("Write the time like 17:00")) from error


def on_the_web(_form: Form, field: Field) -> None:
    if field.data and not WEB.fullmatch(field.data):
        raise StopValidation(_("Begin the address with https://"))


def in_some_language(other: tuple[str, ...], missing: str, here: str) -> Validator:
    """In one language at least, or `missing`; and in each in which one of the `other`
    words is written, or `here`."""

    def check(form: Form, field: Field) -> None:
        name, _dash, code = field.name.rpartition("_")
        if field.data:
            return
        if any(form[f"{one}_{code}"].data for one in other):
            raise StopValidation(str(here))
        if code == FIRST and not any(form[f"{name}_{c}"].data for c in LANGUAGES):
            raise StopValidation(str(missing))

    return check


def in_languages(
    form: Any, fields: Mapping[str, tuple[type[Field], Any, list[Any]]]
) -> None:
    """Give the form each of these fields in every language."""
    for code in LANGUAGES:
        for name, (kind, label, checks) in fields.items():
            setattr(form, f"{name}_{code}", kind(label, checks))


def text_names(*names: str) -> dict[str, str]:
    """Which name of a snapshot the field of each language holds."""
    return {
        f"{name}_{code}": f"text/{code}/{name}" for code in LANGUAGES for name in names
    }


def sending() -> HiddenField:
    return submission_field(at_most(LONGEST_SUBMISSION))
