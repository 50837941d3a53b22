"""What a site tells of one period: of how many people, and their sum."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from wtforms import HiddenField
from wtforms.validators import StopValidation

from portal.forms import BaseForm
from portal.pilots.actions.entries import Given
from portal.pilots.forms.numbers import WHOLE, Number, Whole
from portal.pilots.forms.sheets import Sheet
from portal.pilots.labels import TOTALS
from portal.pilots.models import Unit
from portal.pilots.queries.entries import Entered
from portal.pilots.queries.shelf import ShelvedMeasure
from portal.web import request

MOST_PEOPLE = 100_000


class EntryForm(BaseForm):
    """Of one measure. Both are left empty where there is nothing to tell."""

    n = Whole(_l("Of how many people do you tell?"))
    total = Number("")
    seen = HiddenField(default="0")

    unit = Unit.SHARE

    def validate_n(self, field: Whole) -> None:
        if self.total.data and not field.data:
            raise StopValidation(_("Tell of how many people it is"))
        if field.value is not None and field.value > MOST_PEOPLE:
            raise StopValidation(_("That is more people than live here"))

    def validate_total(self, field: Number) -> None:
        n, total = self.n.value, field.value
        if n is None:
            return
        if not field.data:
            if n:
                raise StopValidation(_("Write the figure too; 0 if there were none"))
        elif total is None:
            return
        elif self.unit is Unit.SHARE and total > n:
            raise StopValidation(
                ngettext(
                    "You told of %(num)s person. No more than that can be so.",
                    "You told of %(num)s people. No more than that can be so.",
                    n,
                ),
            )
        elif self.unit is not Unit.MEAN and total != int(total):
            raise StopValidation(_("Write a whole number, like 12"))
        elif not n and total:
            raise StopValidation(_("Nobody was there, so this is 0"))

    @property
    def is_empty(self) -> bool:
        return not self.n.data and not self.total.data

    def given(self, measure: int) -> Given:
        """Ask after validation."""
        seen = WHOLE.fullmatch(str(self.seen.data or ""))
        edition = int(seen[0]) if seen else 0
        return Given(
            measure, self.n.value or 0, self.total.value or Decimal(0), edition
        )


@dataclass(frozen=True)
class Item:
    """A measure with its form; `theirs` is what somebody else told meanwhile, `there`
    what stands."""

    measure: ShelvedMeasure
    form: EntryForm
    there: Entered | None
    theirs: Entered | None = None

    @property
    def their_total(self) -> str:
        total = self.theirs.total if self.theirs else Decimal(0)
        return self.form.total.process_text(f"{total.normalize():f}")


@dataclass(frozen=True)
class EntrySheet(Sheet):
    """All that a site tells of one period."""

    items: Sequence[Item]

    @classmethod
    def of(cls, items: Sequence[Item]) -> Self:
        return cls([item.form for item in items], items)

    def validate(self) -> bool:
        """What was told once can be corrected, never taken back to nothing."""
        right = True
        for item in self.items:
            if item.form.is_empty and item.there is None:
                continue
            right = item.form.validate() and right
            if item.form.is_empty:
                item.form.n.errors = [_("You told this before. Write 0 if it was none")]
                right = False
        return right

    @property
    def given(self) -> list[Given]:
        return [
            item.form.given(item.measure.id)
            for item in self.items
            if not item.form.is_empty
        ]


def form_for(measure: ShelvedMeasure, there: Entered | None) -> EntryForm:
    """The form as it was sent, or filled with what stands."""
    data = {"seen": "0"}
    if there is not None:
        data = {
            "n": str(there.n),
            "total": f"{there.total.normalize():f}",
            "seen": str(there.edition),
        }
    posted = request.form if request.method == "POST" else None
    form = EntryForm(posted, prefix=f"m{measure.id}", data=data)
    if posted is None and there is not None:
        form.total.data = form.total.process_text(data["total"])
    form.unit = measure.unit
    form.total.label.text = TOTALS[measure.unit]
    return form
