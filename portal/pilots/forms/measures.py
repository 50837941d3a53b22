"""What is followed in a pilot: how it was, and how it is to become."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField

from portal.forms import Line, Text, at_most, one_of, options
from portal.i18n import LANGUAGES
from portal.pilots.forms.numbers import Number, Whole
from portal.pilots.labels import AIMS, MEASURE, UNITS
from portal.pilots.models import Unit
from portal.suppression import LEAST
from portal.upkeep.forms.fields import Tick
from portal.upkeep.forms.lists import ListForm
from portal.upkeep.forms.screened import ScreenedPartForm
from portal.upkeep.snapshots import Snapshot, keys

LONGEST_NAME = 200
LONGEST_TEXT = 2000
EMPTY_ROWS = 1
ROW = re.compile(r"pick_unit-(\d{1,9}|new\d)")
WHOLE_SHARE = Decimal(100)


class MeasuresForm(ScreenedPartForm, ListForm):
    kind = "measure"

    def is_whole(self, row: str) -> bool:
        first = next(iter(LANGUAGES))
        baseline: Any = self[f"baseline-{row}"]
        target: Any = self[f"target-{row}"]
        n: Any = self[f"baseline_n-{row}"]
        if not any(self[f"name_{code}-{row}"].data for code in LANGUAGES):
            self[f"name_{first}-{row}"].errors = [
                _("Give it a name in at least one language")
            ]
        for code in LANGUAGES:
            name, told = self[f"name_{code}-{row}"], self[f"explained_{code}-{row}"]
            if told.data and not name.data and not name.errors:
                name.errors = [_("Give it a name in this language too")]
        if baseline.data and not n.data:
            n.errors = [_("Tell of how many people it is")]
        elif n.value is not None and n.value < LEAST:
            n.errors = [_("A figure of fewer than five would tell of persons")]
        if self[f"pick_unit-{row}"].data == Unit.SHARE:
            for field in (baseline, target):
                if field.value is not None and field.value > WHOLE_SHARE:
                    field.errors = [_("A share is at most 100 per cent")]
        return super().is_whole(row)


def measures_form(snapshot: Snapshot, sent: Iterable[str]) -> type[MeasuresForm]:
    """A form with a row for each measure, there or sent, and an empty one."""
    posted = [found[1] for found in map(ROW.fullmatch, sent) if found]
    rows = dict.fromkeys(posted or keys(snapshot, "measure"))
    for number in range(1, EMPTY_ROWS + 1):
        rows.setdefault(f"new{number}")
    members: dict[str, Any] = {}
    names: dict[str, str] = {}
    for row in rows:
        fields = fields_of(row)
        members |= fields | {f"pick_remove-{row}": Tick(_l("Take this away"))}
        names |= {name: name_of(name, row) for name in fields}
    return type(
        "Form", (MeasuresForm,), members | {"names": names, "rows": tuple(rows)}
    )


def fields_of(row: str) -> dict[str, Any]:
    texts: dict[str, Any] = {}
    for code in LANGUAGES:
        texts[f"name_{code}-{row}"] = Line(MEASURE["name"], [at_most(LONGEST_NAME)])
        texts[f"explained_{code}-{row}"] = Text(
            MEASURE["explained"], [at_most(LONGEST_TEXT)]
        )
    return {
        **texts,
        f"pick_unit-{row}": choice("unit", UNITS),
        f"pick_aim-{row}": choice("aim", AIMS),
        f"baseline-{row}": Number(MEASURE["baseline"]),
        f"baseline_n-{row}": Whole(MEASURE["baseline_n"]),
        f"target-{row}": Number(MEASURE["target"]),
    }


def choice(name: str, labels: Any) -> SelectField:
    return SelectField(
        MEASURE[name],
        choices=options({value.value: label for value, label in labels.items()}),
        validate_choice=False,
        validators=[one_of()],
    )


def name_of(field: str, row: str) -> str:
    """`name_fi-7` is `measure/7/name/fi`; `baseline_n-7` is `measure/7/baseline_n`."""
    own = field.removeprefix("pick_").removesuffix(f"-{row}")
    words = own.rpartition("_")
    told = f"{words[0]}/{words[2]}" if words[2] in LANGUAGES else own
    return f"measure/{row}/{told}"
