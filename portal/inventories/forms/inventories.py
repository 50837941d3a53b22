from datetime import date
from typing import Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Field, Form, HiddenField, RadioField, SelectField
from wtforms.validators import StopValidation

from portal.forms import (
    BaseForm,
    Line,
    Text,
    at_most,
    one_of,
    options,
    submission_field,
)
from portal.i18n import LANGUAGES, language
from portal.inventories.actions.inventories import Settings, seen_of
from portal.inventories.actions.inventories import Text as Titled
from portal.inventories.labels import STATES
from portal.inventories.queries.inventories import Found
from portal.upkeep.forms.fields import Day

LONGEST_TITLE = 160
LONGEST_INTRO = 4000
LONGEST_TOKEN = 40


def titled(form: Form, field: Field) -> None:
    """A title in one language at least, and in each that has an introduction."""
    code = field.name.removeprefix("title_")
    if field.data:
        return
    if form[f"intro_{code}"].data:
        raise StopValidation(_("Write the title in this language too"))
    if code == language() and not any(form[f"title_{one}"].data for one in LANGUAGES):
        raise StopValidation(_("Give the inventory a title"))


class InventoryForm(BaseForm):
    due_on = Day(_l("Answers are hoped for by"))
    public = BooleanField(_l("Everybody may read the answers"))
    pick_seen = HiddenField()
    submission = submission_field(at_most(LONGEST_TOKEN))

    @classmethod
    def of(cls, found: Found) -> Self:
        given = {
            f"{name}_{code}": getattr(text, name)
            for code, text in found.texts.items()
            for name in ("title", "intro")
        }
        return cls(
            data={
                **given,
                "due_on": found.row.due_on.isoformat() if found.row.due_on else "",
                "public": found.public,
                "pick_seen": seen_of(found),
            }
        )

    @property
    def settings(self) -> Settings:
        texts = {
            code: Titled(self[f"title_{code}"].data, self[f"intro_{code}"].data)
            for code in LANGUAGES
            if self[f"title_{code}"].data
        }
        due_on = date.fromisoformat(self.due_on.data) if self.due_on.data else None
        return Settings(texts, due_on, bool(self.public.data))


for _code in LANGUAGES:
    setattr(
        InventoryForm,
        f"title_{_code}",
        Line(_l("Title"), [at_most(LONGEST_TITLE), titled]),
    )
    setattr(
        InventoryForm,
        f"intro_{_code}",
        Text(_l("What it is for, and what comes of it"), [at_most(LONGEST_INTRO)]),
    )


class StateForm(BaseForm):
    state = RadioField(
        choices=options(STATES), validate_choice=False, validators=[one_of()]
    )


class CopyForm(BaseForm):
    pick_source = SelectField(
        _l("From which inventory"), validate_choice=False, validators=[one_of()]
    )
    respondents = BooleanField(_l("Take over who answers, too"))

    def offer(self, titles: dict[str, str]) -> Self:
        self.pick_source.choices = options(titles)
        return self


class SnapshotForm(BaseForm):
    note = Line(_l("Note"), [at_most(LONGEST_TITLE)])
