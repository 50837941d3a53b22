"""A thread as those who tell it write it, in all its languages."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from wtforms import Field, SelectField
from wtforms.validators import StopValidation

from portal.forms import Line, Text, at_most, one_of, options
from portal.i18n import LANGUAGES
from portal.threads.labels import FIELDS, TEXTS
from portal.upkeep.forms.snapshots import ReadForm

LONGEST_TITLE = 200
LONGEST_SUMMARY = 500
LONGEST_TEXT = 300
LONGEST_WHEN = 60
FIRST = next(iter(LANGUAGES))
REST = ("lead", "said", "did", "went", "next", "next_when")


def a_title(form: Any, field: Field) -> None:
    """In one language at least, and in each in which something else is written."""
    if field.data:
        return
    code = field.name.removeprefix("title_")
    if any(form[f"{name}_{code}"].data for name in REST):
        raise StopValidation(_("Give it a title in this language too"))
    if code == FIRST and not any(form[f"title_{c}"].data for c in LANGUAGES):
        raise StopValidation(_("Give it a title in one language at least"))


class ThreadForm(ReadForm):
    """A form has a summary of its own, that of its errors: here it is the lead."""

    pick_theme = SelectField(
        FIELDS["theme"], validate_choice=False, validators=[one_of()]
    )
    pick_area = SelectField(
        FIELDS["area"], validate_choice=False, validators=[one_of()]
    )

    names = {  # noqa: RUF012  a table
        "pick_theme": "theme",
        "pick_area": "area",
        **{
            f"{name}_{code}": f"text/{code}/{'summary' if name == 'lead' else name}"
            for code in LANGUAGES
            for name in ("title", *REST)
        },
    }

    def offer(
        self, themes: Mapping[str, str], areas: Mapping[str, str]
    ) -> "ThreadForm":
        """What it may be about, and where."""
        self.pick_theme.choices = options({"": "", **themes})
        self.pick_area.choices = options({"": "", **areas})
        return self


for _code in LANGUAGES:
    for _name, _field in {
        "title": Line(TEXTS["title"], [at_most(LONGEST_TITLE), a_title]),
        "lead": Text(TEXTS["summary"], [at_most(LONGEST_SUMMARY)]),
        "said": Text(TEXTS["said"], [at_most(LONGEST_TEXT)]),
        "did": Text(TEXTS["did"], [at_most(LONGEST_TEXT)]),
        "went": Text(TEXTS["went"], [at_most(LONGEST_TEXT)]),
        "next": Text(TEXTS["next"], [at_most(LONGEST_TEXT)]),
        "next_when": Line(TEXTS["next_when"], [at_most(LONGEST_WHEN)]),
    }.items():
        setattr(ThreadForm, f"{_name}_{_code}", _field)
