"""What those who group write: names of clusters, common words of a merger."""

from typing import Self

from flask_babel import lazy_gettext as _l
from wtforms import Field, RadioField, SelectField
from wtforms.validators import StopValidation

from portal.forms import BaseForm, Line, at_most, one_of, options, required
from portal.i18n import LANGUAGES, language
from portal.proposals.forms.wording import WordingForm
from portal.proposals.wording import Wording
from portal.web import request

LONGEST_TITLE = 80
MOST_PARTS = 12
LONGEST_NUMBER = 10


class ClusterForm(BaseForm):
    title = Line(
        _l("Name of the cluster"),
        [required(_l("Write a name for the cluster")), at_most(LONGEST_TITLE)],
    )
    language = SelectField(
        _l("Language of the name"),
        choices=options(LANGUAGES),
        default=language,
        validate_choice=False,
        validators=[one_of()],
    )


def enough(_form: BaseForm, field: Field) -> None:
    if len(field.data) <= 1:
        raise StopValidation(str(_l("Choose at least two proposals")))
    if len(field.data) > MOST_PARTS:
        raise StopValidation(str(_l("Choose at most twelve proposals")))


class Numbers(Field):
    """Ticked numbers; what is no number is passed over."""

    data: list[int]

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = list(dict.fromkeys(numbers(valuelist)))

    def process_data(self, value: list[int] | None) -> None:
        self.data = list(value or [])


def numbers(values: list[str]) -> list[int]:
    return [
        int(value)
        for value in values
        if value.isascii() and value.isdecimal() and len(value) < LONGEST_NUMBER
    ]


class MergerForm(WordingForm):
    pick_proposal = Numbers(_l("Proposals to be merged"), [enough])
    language = RadioField(
        _l("Language of the common wording"),
        choices=options(LANGUAGES),
        default=language,
        validate_choice=False,
        validators=[one_of(_l("Choose the language of the common wording"))],
    )

    @classmethod
    def of(cls, parts: list[int], words: Wording | None, spoken: str) -> Self:
        """The form as it is first shown, with the words of one of the parts."""
        given = vars(words) if words else {}
        return cls(data={"pick_proposal": parts, "language": spoken, **given})


def ticked() -> list[int]:
    """The proposals that are ticked in the form or named in the address."""
    sent = request.form if request.method == "POST" else request.args
    return list(dict.fromkeys(numbers(sent.getlist("pick_proposal"))))
