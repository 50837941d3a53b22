"""The forms by which marks are set."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from wtforms import Field, Form, RadioField, SelectField
from wtforms.validators import StopValidation

from portal.db import today
from portal.directory.queries.names import team_names
from portal.forms import BaseForm, Text, at_most, one_of, options, required
from portal.i18n import LANGUAGES, language
from portal.practices.evidence import references_lacking, unwritten
from portal.practices.labels import EVIDENCE, HEADINGS, LIVED
from portal.practices.models import Evidence, Lived, MarkSort
from portal.suppression import LEAST
from portal.upkeep.forms.fields import Day

LONGEST_WHY = 2000
_WHO = _l("Choose who sets it")


def not_ahead(_form: Form, field: Field) -> None:
    if date.fromisoformat(field.data) > today():
        raise StopValidation(_("A mark can't be set on a day that is still to come"))


class MarkForm(BaseForm):
    """`value` is one of `levels`."""

    sort: MarkSort
    levels: Mapping[Any, Any] = {}
    value = RadioField(
        _l("The mark"),
        validate_choice=False,
        validators=[one_of(_l("Choose what the mark is to be"))],
    )
    why_fi = Text(_l("Why, in Finnish"), [at_most(LONGEST_WHY)])
    why_sv = Text(_l("Why, in Swedish"), [at_most(LONGEST_WHY)])
    why_en = Text(_l("Why, in English"), [at_most(LONGEST_WHY)])
    team = SelectField(
        _l("Who sets it"),
        validate_choice=False,
        validators=[required(_WHO), one_of(_WHO)],
    )
    set_on = Day(
        _l("Set on"),
        [required(_l("Write on which day it was set")), not_ahead],
        default=lambda: today().isoformat(),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.value.choices = options(self.levels)
        names = {key: name for key, (name, _code) in team_names(language()).items()}
        in_order = dict(sorted(names.items(), key=lambda one: one[1].casefold()))
        self.team.choices = options({"": "", **in_order})

    def validate(
        self, extra_validators: Mapping[str, Sequence[Any]] | None = None
    ) -> bool:
        is_right = super().validate(extra_validators)
        if any(self.why.values()):
            return is_right
        self.why_fi.errors = [_("Write why, in one language at least")]
        return False

    @property
    def why(self) -> dict[str, str]:
        return {code: self[f"why_{code}"].data or "" for code in LANGUAGES}

    @property
    def day(self) -> date:
        return date.fromisoformat(self.set_on.data)


class EvidenceForm(MarkForm):
    """`texts` are the published ones, `references` how many there are."""

    sort = MarkSort.EVIDENCE
    levels = EVIDENCE
    texts: Iterable[object] = ()
    references = 0

    def validate_value(self, field: Field) -> None:
        if field.data not in set(Evidence):
            return
        level = Evidence(field.data)
        if lacks := lacking(level, self.texts, self.references):
            raise StopValidation(
                _(
                    "Before “%(level)s” can be set, this must be there: %(lacks)s.",
                    level=EVIDENCE[level],
                    lacks=", ".join(lacks),
                )
            )

    @property
    def chosen(self) -> Evidence:
        return Evidence(self.value.data)


class LivedForm(MarkForm):
    """`people` is how many have told, whose words are public."""

    sort = MarkSort.LIVED
    levels = LIVED
    people = 0

    def validate_value(self, field: Field) -> None:
        if field.data == Lived.NOT_ASKED or self.people >= LEAST:
            return
        raise StopValidation(
            _(
                "Five people at least must have told first, so that nobody can be "
                "known by it. A panel counts with all its people."
            )
        )

    @property
    def chosen(self) -> Lived:
        return Lived(self.value.data)


def lacking(level: Evidence, texts: Iterable[object], references: int) -> list[str]:
    """What must be there before this level can be set, in words."""
    words = [f"“{HEADINGS[name]}”" for name in unwritten(level, texts)]
    if more := references_lacking(level, references):
        words.append(
            ngettext("%(num)s more reference", "%(num)s more references", more)
        )
    return words
