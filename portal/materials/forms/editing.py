"""A material as those who keep the shelf write it, in all its languages."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, RadioField, SelectField
from wtforms.validators import StopValidation

from portal.db import today
from portal.forms import (
    Line,
    Text,
    at_most,
    one_of,
    options,
    required,
    submission_field,
)
from portal.i18n import LANGUAGES
from portal.materials.labels import FIELDS, TEXTS, VERDICTS
from portal.materials.models import MaterialVerdict
from portal.materials.snapshots import TAGGED
from portal.upkeep.forms.fields import WEB, Day, whole_number
from portal.upkeep.forms.snapshots import ReadForm
from portal.upkeep.forms.terms import terms
from portal.vocabulary.models import Scheme

LONGEST_TITLE = 300
LONGEST_TEXT = 4000
LONGEST_URL = 500
LONGEST_SOURCE = 200
LONGEST_LICENCE = 120
LONGEST_SUBMISSION = 40
FIRST_YEAR, LAST_YEAR = 1900, 2100
FIRST = next(iter(LANGUAGES))


def a_web_address(_form: Form, field: Field) -> None:
    if field.data and not WEB.fullmatch(field.data):
        raise StopValidation(_("Write the whole address, beginning with https://"))


def is_read(form: Any) -> bool:
    verdict = form["verdict"].data
    return verdict in set(MaterialVerdict) and verdict != MaterialVerdict.NOT_READ


def told_with_verdict(form: Form, field: Field) -> None:
    if is_read(form) and not field.data:
        raise StopValidation(_("Choose the team that read it"))


def in_the_past(_form: Form, field: Field) -> None:
    if field.data and date.fromisoformat(field.data) > today():
        raise StopValidation(_("This day is still to come. Choose the day it was read"))


def a_title(form: Any, field: Field) -> None:
    """In one language at least, and in each in which something else is written."""
    if field.data:
        return
    code = field.name.removeprefix("title_")
    if form[f"lead_{code}"].data or form[f"reason_{code}"].data:
        raise StopValidation(_("Give it a title in this language too"))
    if code == FIRST and not any(form[f"title_{c}"].data for c in LANGUAGES):
        raise StopValidation(_("Give it a title in one language at least"))


def a_reason(form: Any, field: Field) -> None:
    written = any(form[f"reason_{code}"].data for code in LANGUAGES)
    if field.name == f"reason_{FIRST}" and is_read(form) and not written:
        raise StopValidation(_("Write the reason in one language at least"))


class MaterialForm(ReadForm):
    """A form has a summary of its own, that of its errors: here it is the lead."""

    url = Line(FIELDS["url"], [at_most(LONGEST_URL), a_web_address])
    source = Line(
        FIELDS["source"],
        [required(_l("Tell who made it")), at_most(LONGEST_SOURCE)],
    )
    year = Line(FIELDS["year"], [whole_number(FIRST_YEAR, LAST_YEAR)])
    licence = Line(FIELDS["licence"], [at_most(LONGEST_LICENCE)])
    language = SelectField(
        FIELDS["language"],
        choices=options(LANGUAGES),
        validate_choice=False,
        validators=[one_of()],
    )
    verdict = RadioField(
        FIELDS["verdict"],
        choices=options(VERDICTS),
        default=MaterialVerdict.NOT_READ.value,
        validate_choice=False,
        validators=[one_of(_l("Choose whether you use it"))],
    )
    verdict_by = SelectField(
        FIELDS["verdict_by"],
        validate_choice=False,
        validators=[one_of(), told_with_verdict],
    )
    verdict_on = Day(FIELDS["verdict_on"], [in_the_past])
    pick_theme = terms(FIELDS["tags/theme"], Scheme.THEME)
    pick_need = terms(FIELDS["tags/need"], Scheme.NEED)
    pick_group = terms(FIELDS["tags/group"], Scheme.GROUP)
    submission = submission_field(at_most(LONGEST_SUBMISSION))

    names = {  # noqa: RUF012  a table
        **{name: name for name in FIELDS if "/" not in name},
        **{f"pick_{scheme.value}": f"tags/{scheme.value}" for scheme in TAGGED},
        **{
            f"{name}_{code}": f"text/{code}/{key}"
            for code in LANGUAGES
            for name, key in (
                ("title", "title"),
                ("lead", "summary"),
                ("reason", "reason"),
            )
        },
    }

    def offer(self, teams: Mapping[str, str]) -> "MaterialForm":
        """The teams that may have read it."""
        self.verdict_by.choices = options(teams)
        return self


for _code in LANGUAGES:
    for _name, _field in {
        "title": Line(TEXTS["title"], [at_most(LONGEST_TITLE), a_title]),
        "lead": Text(TEXTS["summary"], [at_most(LONGEST_TEXT)]),
        "reason": Text(TEXTS["reason"], [at_most(LONGEST_TEXT), a_reason]),
    }.items():
        setattr(MaterialForm, f"{_name}_{_code}", _field)
