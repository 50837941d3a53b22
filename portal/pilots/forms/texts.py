"""The words of a pilot in one language."""

from functools import cache
from typing import Any

from portal.forms import Line, Text, at_most, required
from portal.pilots.forms.creating import LONGEST_NAME, LONGEST_SUMMARY, NAMED
from portal.pilots.labels import TEXTS as LABELS
from portal.pilots.snapshots import EMPTY_TEXT, TEXTS
from portal.screening.forms import LONGEST_READ
from portal.upkeep.forms.screened import ScreenedPartForm
from portal.upkeep.forms.texts import TextForm
from portal.upkeep.snapshots import Snapshot

# A form has a summary of its own: that of its errors.
FIELDS = {"summary": "lead"}


class PilotTextForm(ScreenedPartForm, TextForm):
    pass


def _field(name: str) -> Any:
    if name == "name":
        return Line(LABELS[name], [required(NAMED), at_most(LONGEST_NAME)])
    if name == "summary":
        return Text(LABELS[name], [at_most(LONGEST_SUMMARY)])
    return Text(LABELS[name], [at_most(LONGEST_READ)])


@cache
def text_form(language: str) -> type[PilotTextForm]:
    names = {FIELDS.get(name, name): f"text/{language}/{name}" for name in TEXTS}
    members = {FIELDS.get(name, name): _field(name) for name in TEXTS}
    names["pick_source"] = f"text/{language}/source"
    return type(
        "PilotTextForm",
        (PilotTextForm,),
        members | {"names": names, "language": language},
    )


def first_source(snapshot: Snapshot, language: str) -> Snapshot:
    """A text that is new was written in its own language."""
    if f"text/{language}/source" in snapshot:
        return {}
    return {f"text/{language}/{name}": value for name, value in EMPTY_TEXT.items()}
