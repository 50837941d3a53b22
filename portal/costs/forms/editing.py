"""The parts of a cost study that are not lines: texts, scenarios, order, team."""

from functools import cache
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField

from portal.costs.labels import TEXTS
from portal.costs.reading import Study, called
from portal.costs.snapshots import TEXTS as NAMES
from portal.forms import Line, Text, at_most, one_of, required
from portal.i18n import LANGUAGES, language
from portal.upkeep.forms.fields import Tick, whole_number
from portal.upkeep.forms.lists import ListForm
from portal.upkeep.forms.screened import ScreenedPartForm
from portal.upkeep.snapshots import Snapshot, keys

LONGEST_TITLE = 200
LONGEST_TEXT = 6000
LONGEST_NAME = 120
MOST_SCENARIOS = 6
LAST_PLACE = 999
# A form has a summary of its own: that of its errors.
FIELDS = {"title": "title", "summary": "lead", "limits": "limits"}
A_NAME = _l("Give it a name in one language at least")


@cache
def text_form(code: str) -> type[ScreenedPartForm]:
    fields: dict[str, Any] = {
        "title": Line(
            TEXTS["title"],
            [required(_l("Write the title")), at_most(LONGEST_TITLE)],
        ),
        "lead": Text(TEXTS["summary"], [at_most(LONGEST_TEXT)]),
        "limits": Text(TEXTS["limits"], [at_most(LONGEST_TEXT)]),
        "names": {FIELDS[name]: f"text/{code}/{name}" for name in NAMES},
    }
    return type("StudyTextForm", (ScreenedPartForm,), fields)


class TeamForm(ScreenedPartForm):
    pick_team = SelectField(
        _l("Responsible team"), validate_choice=False, validators=[one_of()]
    )
    names = {"pick_team": "team"}  # noqa: RUF012  a table


class ScenariosForm(ScreenedPartForm, ListForm):
    """`first_free` is where a new one comes."""

    kind = "scenario"
    first_free = 1

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        right = super().validate(*args, **kwargs)
        stay = [
            row
            for row in self.rows
            if not self.is_empty(row) and f"scenario/{row}" not in self.removed
        ]
        if not stay:
            self[f"pick_remove-{self.rows[0]}"].errors = [_("Keep one scenario")]
        return right and bool(stay)

    def is_whole(self, row: str) -> bool:
        named = [self[f"name_{code}-{row}"] for code in LANGUAGES]
        if not any(field.data for field in named):
            named[0].errors = [str(A_NAME)]
        return super().is_whole(row)

    def offer(self) -> None:
        for row in self.rows:
            place = self[f"pick_position-{row}"]
            if row.startswith("new") and not place.data:
                place.data = str(self.first_free)


def scenarios_form(snapshot: Snapshot) -> type[ScenariosForm]:
    """A form with a row for each scenario, and an empty one."""
    rows = keys(snapshot, "scenario")
    free = max((int(snapshot[f"scenario/{r}/position"]) for r in rows), default=0) + 1
    if len(rows) < MOST_SCENARIOS:
        rows.append("new1")
    members: dict[str, Any] = {}
    names: dict[str, str] = {}
    for row in rows:
        for code in LANGUAGES:
            members[f"name_{code}-{row}"] = Line(_l("Name"), [at_most(LONGEST_NAME)])
            names[f"name_{code}-{row}"] = f"scenario/{row}/name/{code}"
        members[f"pick_position-{row}"] = a_place()
        names[f"pick_position-{row}"] = f"scenario/{row}/position"
        members[f"pick_remove-{row}"] = Tick(_l("Take this scenario away"))
    told = {"names": names, "rows": tuple(rows), "first_free": free}
    return type("Form", (ScenariosForm,), members | told)


def order_form(study: Study) -> type[ScreenedPartForm]:
    """A place for each line."""
    members: dict[str, Any] = {}
    for line in study.lines:
        said = ": ".join(called(n, language())[0] for n in (line.groups, line.uses))
        members[f"pick_position-{line.key}"] = a_place(said)
    names = {name: f"line/{name.split('-')[1]}/position" for name in members}
    return type("Form", (ScreenedPartForm,), members | {"names": names})


def a_place(label: Any = "") -> Line:
    return Line(
        label or _l("Place in the order"),
        [required(_l("Write which place it has")), whole_number(1, LAST_PLACE)],
    )
