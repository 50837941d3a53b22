"""The words of a practice in one language, under its headings."""

from functools import cache
from typing import Any

from flask_babel import lazy_gettext as _l

from portal.forms import Line, Text, at_most, required
from portal.practices.forms.creating import LONGEST_NAME, LONGEST_SUMMARY
from portal.practices.labels_of_parts import TEXTS as LABELS
from portal.practices.snapshots import EMPTY_TEXT, LINES, TEXTS
from portal.screening.forms import LONGEST_READ
from portal.upkeep.forms.screened import ScreenedPartForm
from portal.upkeep.forms.texts import TextForm
from portal.upkeep.snapshots import Snapshot

# A form has a summary of its own: that of its errors.
FIELDS = {"summary": "lead"}


class PracticeTextForm(ScreenedPartForm, TextForm):
    pass


def fields() -> dict[str, Any]:
    """A field for each heading, by what it is called in a form. Whoever reads a
    practice can suggest other words in the same ones."""
    return {FIELDS.get(name, name): _field(name) for name in TEXTS}


def field_names(language: str) -> dict[str, str]:
    """Which name of a snapshot each of these fields holds."""
    return {FIELDS.get(name, name): f"text/{language}/{name}" for name in TEXTS}


def _field(name: str) -> Any:
    if name == "name":
        named = required(_l("Give the practice a name"))
        return Line(LABELS[name], [named, at_most(LONGEST_NAME)])
    if name == "summary":
        return Text(LABELS[name], [at_most(LONGEST_SUMMARY)])
    if name in LINES:
        return Line(LABELS[name], [at_most(LONGEST_NAME)])
    return Text(LABELS[name], [at_most(LONGEST_READ)])


@cache
def text_form(language: str) -> type[PracticeTextForm]:
    names = field_names(language) | {"pick_source": f"text/{language}/source"}
    members = fields() | {"names": names, "language": language}
    return type("PracticeTextForm", (PracticeTextForm,), members)


def first_state(snapshot: Snapshot, language: str) -> Snapshot:
    """A text that is new begins as a draft."""
    if f"text/{language}/state" in snapshot:
        return {}
    return {f"text/{language}/{name}": value for name, value in EMPTY_TEXT.items()}
