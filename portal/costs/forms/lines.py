"""One line of a cost study: a group, what it uses, and what is assumed of both in each
scenario."""

from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from portal.costs.forms.figures import Figure, for_part
from portal.costs.labels import LINE_TEXTS, VALUES
from portal.costs.models import Part
from portal.costs.reading import Study
from portal.costs.snapshots import ASSUMPTION, FIGURES, PARTS, assumption
from portal.db import today
from portal.forms import Line, at_most
from portal.i18n import LANGUAGES
from portal.screening.findings import Sort
from portal.upkeep.forms.fields import Day, Tick
from portal.upkeep.forms.screened import ScreenedPartForm
from portal.upkeep.snapshots import Snapshot

LONGEST_NAME = 160
LONGEST_SOURCE = 300


class LineForm(ScreenedPartForm):
    """`key` is what the line is called, `scenarios` the keys of the scenarios. Whoever
    wrote a source is named with it."""

    key = ""
    scenarios: tuple[str, ...] = ()
    passes = frozenset({Sort.NAMED_PERSON})

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        if self.removed:
            return True
        right = super().validate(*args, **kwargs)
        self._take_from_first()
        for name in LINE_TEXTS:
            fields = [self[f"{name}_{code}"] for code in LANGUAGES]
            if not any(field.data for field in fields):
                fields[0].errors = [_("Write this in one language at least")]
                right = False
        whole = [
            self._is_whole(part, scenario)
            for scenario in self.scenarios
            for part in PARTS
        ]
        return right and all(whole)

    def assumed(self, part: Part, scenario: str) -> dict[str, Any]:
        """The fields of one assumption."""
        return {name: self[field_name(part, scenario, name)] for name in ASSUMPTION}

    def _take_from_first(self) -> None:
        """Where nothing is written in a scenario, what the first one says is taken, if
        that is wished."""
        if not self["pick_fill"].data:
            return
        first, *others = self.scenarios
        for scenario in others:
            for part in PARTS:
                given, taken = self.assumed(part, scenario), self.assumed(part, first)
                is_empty = not any(field.data for field in given.values())
                if is_empty and not any(field.errors for field in taken.values()):
                    for name, field in given.items():
                        field.data = taken[name].data

    def _is_whole(self, part: Part, scenario: str) -> bool:
        fields = self.assumed(part, scenario)
        low, likely, high = (fields[name] for name in FIGURES)
        if any(field.errors for field in fields.values()):
            return False
        if not likely.data:
            if any(field.data for field in fields.values()):
                likely.errors = [_("Write the likely figure too")]
                return False
            return True
        low.data, high.data = low.data or likely.data, high.data or likely.data
        if low.number > likely.number:
            low.errors = [_("The lowest is more than the likely figure")]
        if high.number < likely.number:
            high.errors = [_("The highest is less than the likely figure")]
        written = fields["source_on"].data
        if written and date.fromisoformat(written) > today():
            fields["source_on"].errors = [_("This day is still to come")]
        return not any(field.errors for field in fields.values())

    @property
    def removed(self) -> list[str]:
        return [f"line/{self.key}"] if self["pick_remove"].data else []


def field_name(part: Part, scenario: str, name: str) -> str:
    return f"{name}-{part.value}-{scenario}"


def line_form(key: str, study: Study) -> type[LineForm]:
    """A form for the line that is called so, or for a new one."""
    scenarios = tuple(scenario.key for scenario in study.scenarios)
    members: dict[str, Any] = {
        "pick_fill": Tick(_l("Where I leave a scenario empty, take the first one")),
        "pick_remove": Tick(_l("Take this line away")),
    }
    names: Snapshot = {}
    for name, label in LINE_TEXTS.items():
        for code in LANGUAGES:
            members[f"{name}_{code}"] = Line(label, [at_most(LONGEST_NAME)])
            names[f"{name}_{code}"] = f"line/{key}/{name}/{code}"
    figures = set()
    for scenario in scenarios:
        for part in PARTS:
            for name in ASSUMPTION:
                called = field_name(part, scenario, name)
                members[called] = field_for(name, part)
                names[called] = assumption(key, part, scenario, name)
                figures |= {called} if name != "source" else set()
    told = {"names": names, "key": key, "scenarios": scenarios}
    return type("Form", (LineForm,), members | told | {"unshown": frozenset(figures)})


def field_for(name: str, part: Part) -> Any:
    if name in FIGURES:
        return Figure(VALUES[name], for_part(part))
    if name == "source_on":
        return Day(VALUES[name])
    return Line(VALUES[name], [at_most(LONGEST_SOURCE)])
