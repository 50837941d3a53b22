"""The texts of a workshop, each in every language."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, SelectMultipleField
from wtforms.validators import StopValidation

from portal.forms import BaseForm, Line, at_most, options
from portal.forms import Text as TextField
from portal.i18n import LANGUAGES, language
from portal.workshops.actions import Text
from portal.workshops.models import WorkshopText

LONGEST_TITLE = 160
LONGEST_TEXT = 4000
LABELS = {
    "title": _l("Title, as a question"),
    "question": _l("What it is about, in a few sentences"),
    "decides": _l("Who decides, and about what"),
    "ways": _l("Ways to take part"),
    "access": _l("Access and interpreters"),
    "fee": _l("Fee and travel"),
    "rules": _l("Rules"),
    "data_use": _l("What is kept, and who sees it"),
}
OPEN_PLACE = "___"
"""What stands in a template where something is to be written."""


class TextsForm(BaseForm):
    """At least one language is written, and each has a title. What stands in a
    language that is not chosen is left out."""

    languages = SelectMultipleField(
        _l("Languages of the workshop"),
        choices=options(LANGUAGES),
        validate_choice=False,
    )

    @property
    def spoken(self) -> list[str]:
        """The languages chosen, else those in which anything is written."""
        chosen = set(self.languages.data or []) & set(LANGUAGES)
        return [
            code
            for code in LANGUAGES
            if code in chosen
            or (not chosen and any(self[f"{name}_{code}"].data for name in LABELS))
        ]

    def title_if_written(self, field: Field) -> None:
        """A title in each language there is; else one in the language of the page."""
        code = field.name.removeprefix("title_")
        if field.data:
            return
        if code in self.spoken:
            raise StopValidation(_("Give the question a title in this language"))
        if not self.spoken and code == language():
            raise StopValidation(_("Give the question a title"))

    @staticmethod
    def written(texts: dict[str, Text] | dict[str, WorkshopText]) -> dict[str, str]:
        """The texts under the names of their fields."""
        return {
            f"{name}_{code}": getattr(text, name)
            for code, text in texts.items()
            for name in LABELS
        }

    @property
    def texts(self) -> dict[str, Text]:
        return {
            code: Text(**{name: self[f"{name}_{code}"].data for name in LABELS})
            for code in self.spoken
        }

    def parts(self) -> list[tuple[str, dict[str, Field]]]:
        """Each text with its name, and its field in each language."""
        return [
            (name, {code: self[f"{name}_{code}"] for code in LANGUAGES})
            for name in LABELS
        ]


def _title_check(form: TextsForm, field: Field) -> None:
    form.title_if_written(field)


def _filled_in(form: TextsForm, field: Field) -> None:
    spoken = field.name.rpartition("_")[2] in form.spoken
    if spoken and OPEN_PLACE in (field.data or ""):
        raise StopValidation(
            _("Write your own words in the place of %(place)s", place=OPEN_PLACE)
        )


for _language in LANGUAGES:
    for _name, _label in LABELS.items():
        _field = (
            Line(_label, [at_most(LONGEST_TITLE), _filled_in, _title_check])
            if _name == "title"
            else TextField(_label, [at_most(LONGEST_TEXT), _filled_in])
        )
        setattr(TextsForm, f"{_name}_{_language}", _field)
