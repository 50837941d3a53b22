from collections.abc import Mapping, Sequence
from typing import Any, Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, HiddenField
from wtforms.validators import StopValidation

from portal.forms import BaseForm, Line, at_most, options, submission_field
from portal.i18n import LANGUAGES, language
from portal.pilots.actions.selections import Draft, off_whole, seen_of
from portal.pilots.locking import WHOLE, Weighed
from portal.pilots.records import Record
from portal.upkeep.forms.fields import Several

LONGEST_TITLE = 200
LONGEST_CRITERION = 500
LONGEST_TOKEN = 40
LONGEST_WEIGHT = 3
MOST = 10
"""Criteria of one selection."""
SPARE = 2
FEWEST = 4
"""Rows shown: so many at least, and so many empty ones after those that are filled."""


def titled(form: Form, field: Field) -> None:
    code = field.name.removeprefix("title_")
    if code == language() and not any(form[f"title_{one}"].data for one in LANGUAGES):
        raise StopValidation(_("Give the selection a title"))


def weighed(form: Form, field: Field) -> None:
    """A weight where there are words, and only there."""
    number = field.name.removeprefix("weight_")
    worded = any(form[f"words_{number}_{code}"].data for code in LANGUAGES)
    if worded and not field.data:
        raise StopValidation(_("Tell what this weighs"))
    if field.data and not worded:
        raise StopValidation(_("Write what this weight is for, or take it away"))
    if field.data and not 1 <= weight_of(field.data) <= WHOLE:
        raise StopValidation(_("Write a whole number from 1 to 100"))


def weight_of(written: str) -> int:
    """The number, or 0 for anything else."""
    text = written.removesuffix("%").strip()
    fits = text.isascii() and text.isdecimal() and len(text) <= LONGEST_WEIGHT
    return int(text) if fits else 0


class SelectionForm(BaseForm):
    """What is chosen from, and by what. Criteria stand in the order of their rows."""

    pick_pilots = Several(_l("What is chosen from"))
    pick_seen = HiddenField()
    submission = submission_field(at_most(LONGEST_TOKEN))

    @classmethod
    def of(cls, record: Record) -> Self:
        given: dict[str, Any] = {
            f"title_{code}": text.title for code, text in record.texts.items()
        }
        for number, one in enumerate(record.criteria, 1):
            given[f"weight_{number}"] = str(one.weight)
            for code, words in one.words.items():
                given[f"words_{number}_{code}"] = words
        chosen = [str(one.pilot_id) for one in record.runners]
        return cls(data={**given, "pick_pilots": chosen, "pick_seen": seen_of(record)})

    def offer(self, pilots: Mapping[int, str]) -> Self:
        self.pick_pilots.choices = options({str(k): name for k, name in pilots.items()})
        return self

    def validate(
        self, extra_validators: Mapping[str, Sequence[Any]] | None = None
    ) -> bool:
        if not super().validate(extra_validators):
            return False
        problem = off_whole([one.weight for one in self.criteria])
        if self.criteria and problem:
            self[f"weight_{self.filled[-1]}"].errors = [problem]
            return False
        return True

    @property
    def filled(self) -> list[int]:
        names = [f"words_{{}}_{code}" for code in LANGUAGES] + ["weight_{}"]
        return [
            number
            for number in range(1, MOST + 1)
            if any(self[name.format(number)].data for name in names)
        ]

    @property
    def rows(self) -> range:
        """The numbers of the rows that are shown."""
        last = max(self.filled, default=0)
        return range(1, min(max(last + SPARE, FEWEST), MOST) + 1)

    @property
    def criteria(self) -> tuple[Weighed, ...]:
        return tuple(
            Weighed(weight_of(self[f"weight_{number}"].data), self.words(number))
            for number in self.filled
        )

    def words(self, number: int) -> dict[str, str]:
        said = {code: self[f"words_{number}_{code}"].data for code in LANGUAGES}
        return {code: words for code, words in said.items() if words}

    @property
    def draft(self) -> Draft:
        offered = {str(choice.value) for choice in self.pick_pilots.choices}
        pilots = {int(key) for key in self.pick_pilots.data or [] if key in offered}
        titles = {code: self[f"title_{code}"].data for code in LANGUAGES}
        return Draft(
            {code: title for code, title in titles.items() if title},
            tuple(sorted(pilots)),
            self.criteria,
        )


for _code in LANGUAGES:
    setattr(
        SelectionForm,
        f"title_{_code}",
        Line(_l("Title"), [titled, at_most(LONGEST_TITLE)]),
    )
for _number in range(1, MOST + 1):
    for _code in LANGUAGES:
        setattr(
            SelectionForm,
            f"words_{_number}_{_code}",
            Line(_l("Criterion"), [at_most(LONGEST_CRITERION)]),
        )
    setattr(SelectionForm, f"weight_{_number}", Line(_l("Weight"), [weighed]))
