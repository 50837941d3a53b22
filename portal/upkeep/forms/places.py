"""The facts of a place."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField
from wtforms.validators import StopValidation

from portal.directory.labels import ANSWERS
from portal.forms import Line, Text, at_most, one_of, options
from portal.i18n import LANGUAGES, language
from portal.upkeep.forms.fields import Tick
from portal.upkeep.forms.parts import LONGEST_TEXT
from portal.upkeep.forms.snapshots import ReadForm
from portal.upkeep.labels import CALENDARS
from portal.vocabulary.queries import vocabulary

LONGEST_NAME = 200
LONGEST_CODE = 10
PARTS = ("name", "street", "arrival")
LABELS = {
    "name": _l("Name"),
    "street": _l("Street address"),
    "arrival": _l("How to find the door"),
}


class PlaceForm(ReadForm):
    pick_area = SelectField(_l("Area"), validate_choice=False, validators=[one_of()])
    postal_code = Line(_l("Postal code"), [at_most(LONGEST_CODE)])
    pick_protected = Tick(_l("Protected: the address is never shown to anybody"))
    pick_step_free = RadioField(
        _l("Can one get in without steps?"),
        choices=options(ANSWERS),
        validate_choice=False,
        validators=[one_of()],
    )
    pick_calendar = SelectField(
        _l("Whose public holidays it keeps"),
        choices=options(CALENDARS),
        validate_choice=False,
        validators=[one_of()],
    )

    names = {  # noqa: RUF012  a table
        "pick_area": "area",
        "postal_code": "postal_code",
        "pick_protected": "protected",
        "pick_step_free": "step_free",
        "pick_calendar": "calendar",
        **{f"{part}_{code}": f"{part}_{code}" for code in LANGUAGES for part in PARTS},
    }

    def offer(self) -> None:
        words = vocabulary().of("area")
        self.pick_area.choices = options(
            {code: word.labels[language()] for code, word in words.items()}
        )

    def named_somewhere(self, field: Any) -> None:
        """A name in one language at least, and wherever else something is written."""
        code = field.name.removeprefix("name_")
        others = [self[f"{part}_{code}"].data for part in PARTS[1:]]
        nowhere = not any(self[f"name_{other}"].data for other in LANGUAGES)
        if not field.data and (any(others) or (nowhere and code == language())):
            raise StopValidation(_("Give the place a name in this language"))


def _named(form: Any, field: Any) -> None:
    form.named_somewhere(field)


for _code in LANGUAGES:
    for _part in PARTS:
        _field = (
            Text(LABELS[_part], [at_most(LONGEST_TEXT)])
            if _part == "arrival"
            else Line(
                LABELS[_part],
                [at_most(LONGEST_NAME), *([_named] if _part == "name" else [])],
            )
        )
        setattr(PlaceForm, f"{_part}_{_code}", _field)
