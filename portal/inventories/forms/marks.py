from typing import Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, HiddenField, RadioField
from wtforms.validators import StopValidation

from portal.forms import BaseForm, Text, at_most, one_of, options
from portal.inventories.labels import VERDICTS
from portal.inventories.models import InventoryMark, Verdict
from portal.inventories.queries.answers import seen_mark

LONGEST_REASON = 1000


def needed_with_mark(form: Form, field: Field) -> None:
    if form["verdict"].data and not field.data:
        raise StopValidation(_("Write why"))


class VerdictForm(BaseForm):
    verdict = RadioField(
        _l("What becomes of it?"),
        choices=options({"": _l("Not decided"), **VERDICTS}),
        default="",
        validate_choice=False,
        validators=[one_of()],
    )
    why = Text(_l("Why?"), [at_most(LONGEST_REASON), needed_with_mark])
    pick_seen = HiddenField()

    @classmethod
    def of(cls, mark: InventoryMark | None) -> Self:
        return cls(
            data={
                "verdict": mark.verdict.value if mark else "",
                "why": mark.reason if mark else "",
                "pick_seen": seen_mark(mark),
            }
        )

    @property
    def wanted(self) -> Verdict | None:
        return Verdict(self.verdict.data) if self.verdict.data else None
