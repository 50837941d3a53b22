"""The words of a service in one language, plain and easy."""

from datetime import datetime
from functools import cache
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectField
from wtforms.validators import StopValidation

from portal.forms import Line, Text, at_most, one_of, options, required
from portal.permissions import Permission, can
from portal.upkeep.forms.fields import Tick
from portal.upkeep.forms.parts import LONGEST_LINE, LONGEST_TEXT, PartForm
from portal.upkeep.labels import TEXT_LABELS, language_name
from portal.upkeep.snapshots import TEXTS, Snapshot

NAMED = [required(_l("Give the service a name")), at_most(LONGEST_LINE)]
LINES = {"name", "summary"}
# A form has a summary of its own: that of its errors.
FIELDS = {"summary": "lead"}


class TextForm(PartForm):
    """`seen` holds when each other language was last changed, as this form saw it."""

    pick_source = SelectField(
        _l("This text is"), validate_choice=False, validators=[one_of()]
    )
    pick_current = Tick(_l("It says the same as that text does now"))
    seen_fi = HiddenField()
    seen_sv = HiddenField()
    seen_en = HiddenField()

    language = ""

    def offer(self, others: dict[str, str]) -> None:
        """The languages it may be translated from, and when each was changed."""
        said = {
            code: _("translated from %(name)s", name=language_name(code))
            for code in others
        }
        self.pick_source.choices = options({"": _("written in this language"), **said})
        for code, moment in others.items():
            self[f"seen_{code}"].data = self[f"seen_{code}"].data or moment

    @property
    def values(self) -> Snapshot:
        found = super().values
        key = f"text/{self.language}/source_at"
        source = found[f"text/{self.language}/source"]
        if not source:
            found[key] = ""
        elif self.pick_current.data:
            found[key] = str(self[f"seen_{source}"].data or "")
        return found

    def validate_pick_current(self, field: Any) -> None:
        """A moment that no page of ours has shown is no moment."""
        seen: Any = self._fields.get(f"seen_{self.pick_source.data}")
        if field.data and seen and not is_moment(str(seen.data or "")):
            raise StopValidation(_("Choose the language again"))


class EasyForm(PartForm):
    name = Line(TEXT_LABELS["name"], NAMED)
    body = Text(
        TEXT_LABELS["body"],
        [required(_l("Write the text in easy language")), at_most(LONGEST_TEXT)],
    )

    language = ""


def is_moment(written: str) -> bool:
    try:
        datetime.fromisoformat(written)
    except ValueError:
        return False
    return True


@cache
def _text_form(language: str, with_staff_notes: bool) -> type[TextForm]:  # noqa: FBT001
    kept = [name for name in TEXTS if name != "staff_notes" or with_staff_notes]
    members: dict[str, Any] = {
        FIELDS.get(name, name): Line(TEXT_LABELS[name], NAMED)
        if name == "name"
        else (Line if name in LINES else Text)(
            TEXT_LABELS[name], [at_most(LONGEST_TEXT)]
        )
        for name in kept
    }
    names = {FIELDS.get(name, name): f"text/{language}/{name}" for name in kept}
    names["pick_source"] = f"text/{language}/source"
    return type(
        "TextForm", (TextForm,), members | {"names": names, "language": language}
    )


def text_form(language: str) -> type[TextForm]:
    """The form for one language, with what the one who edits may read."""
    return _text_form(language, can(Permission.SERVICE_STAFF_NOTES))


@cache
def easy_form(language: str) -> type[EasyForm]:
    names = {name: f"easy/{language}/{name}" for name in ("name", "body")}
    return type("EasyForm", (EasyForm,), {"names": names, "language": language})


def first_state(snapshot: Snapshot, part: str) -> Snapshot:
    """A text that is new begins as a draft."""
    if f"{part}/state" in snapshot:
        return {}
    values = {f"{part}/state": "draft"}
    if part.startswith("text/"):
        return {**values, f"{part}/source": "", f"{part}/source_at": ""}
    return {**values, f"{part}/checked_on": ""}
