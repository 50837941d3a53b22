"""Own figures in the place of the likely ones, for one line in one scenario. Nothing is
kept of them."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict

from portal.costs.forms.figures import Figure, for_part
from portal.costs.labels import PARTS
from portal.costs.models import Part
from portal.costs.reckoning import Range
from portal.decimals import plain
from portal.forms import BaseForm, required

NEEDED = _l("Write a figure")
FIELDS = {
    Part.PERSONS: "persons",
    Part.USE: "use",
    Part.UNIT_COST: "unit_cost",
    Part.SHARE: "share",
}


class OwnFiguresForm(BaseForm):
    persons = Figure(PARTS[Part.PERSONS], [required(NEEDED), *for_part(Part.PERSONS)])
    use = Figure(PARTS[Part.USE], [required(NEEDED)])
    unit_cost = Figure(PARTS[Part.UNIT_COST], [required(NEEDED)])
    share = Figure(PARTS[Part.SHARE], [required(NEEDED), *for_part(Part.SHARE)])

    @classmethod
    def of(cls, query: MultiDict[str, str]) -> "OwnFiguresForm":
        return cls(query)

    @property
    def is_sent(self) -> bool:
        return any(self[name].raw_data for name in FIELDS.values())

    def fill(self, figures: Mapping[Part, Range]) -> None:
        for part, name in FIELDS.items():
            field: Any = self[name]
            field.data = field.process_text(plain(figures[part].likely))

    @property
    def figures(self) -> dict[Part, Decimal]:
        """Ask after validation."""
        fields: Any = self
        return {part: Decimal(fields[name].text) for part, name in FIELDS.items()}
