"""Changing what two may write at once: they are joined, and where they meet, one
chooses."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from portal.i18n import LANGUAGES, day
from portal.upkeep.forms.parts import resolved
from portal.upkeep.forms.snapshots import ReadForm
from portal.upkeep.merging import Conflict, Meeting
from portal.upkeep.snapshots import Snapshot
from portal.upkeep.views.meeting import chosen, reads, unseen, with_boxes
from portal.upkeep.views.part import Pairs
from portal.web import request, see_other


@dataclass(frozen=True)
class Edited:
    """One thing being changed. `written` reads what stands, `make` builds its form,
    `show` draws the page of it, `choose` the page on which one chooses, `save` writes
    what was sent, `address` is where that page is, `onward` is where one goes when it
    is done, `spoken` is the language where all its words are in one."""

    written: Callable[[], Snapshot]
    make: Callable[[Any], Any]
    show: Callable[[Any], str]
    choose: Callable[..., str]
    save: Callable[[Snapshot, Snapshot | None], object]
    address: str
    onward: str
    spoken: str = ""

    def opened(self) -> str:
        form: ReadForm = self.make(None)
        return self.show(form.read_from(self.written()))

    def changed(self) -> ResponseReturnValue:
        pairs, left_open = resolved(request.form.items(multi=True))
        if left_open:
            base = request.form.get("pick_base", "")
            rest = [pair for pair in pairs if pair[0] != "pick_read"]
            pairs = [*rest, ("pick_read", base)]
        form = self.make(MultiDict(pairs))
        if not form.validate():
            return self.show(form), 422
        try:
            self.save(form.values, form.base)
        except Meeting as met:
            return self.ask(form, pairs, met, left_open), 409
        return see_other(self.onward)

    def ask(self, form: Any, pairs: Pairs, met: Meeting, left_open: list[str]) -> str:
        """The page on which one chooses between one's own words and another's."""
        fields = {form.field_of(one.name).name: one for one in met.merged.conflicts}
        asked = {
            name: reads(
                one,
                label_of(form[name], one),
                self.spoken or spoken(one),
                partial(told, form[name]),
            )
            for name, one in fields.items()
        }
        kept = [
            ("pick_read", json.dumps(met.theirs)),
            ("pick_base", str(form.pick_read.data or "")),
        ]
        return self.choose(
            form=self.make(MultiDict(with_boxes(pairs, asked))) if left_open else form,
            action=self.address,
            asked=asked,
            left_open=left_open,
            chosen=chosen(asked),
            carried=kept + unseen(form, pairs, met.merged.snapshot, fields),
        )


def spoken(conflict: Conflict) -> str:
    """The language of the words that met; none for what is chosen."""
    first, *rest = conflict.name.split("/")
    return rest[0] if first == "text" else ""


def label_of(field: Any, conflict: Conflict) -> str:
    label, code = str(field.label.text), spoken(conflict)
    if not code:
        return label
    return _("%(label)s (%(language)s)", label=label, language=LANGUAGES[code])


def told(field: Any, value: str) -> str:
    """A value of the form as a person reads it."""
    if field.type == "Day":
        return day(date.fromisoformat(value)) if value else ""
    if field.type == "Tick":
        return _("Yes") if value else _("No")
    labels = {
        str(one.value): one.label for one in getattr(field, "choices", None) or ()
    }
    if field.type == "Several":
        return ", ".join(str(labels.get(code, code)) for code in value.split())
    return str(labels.get(value, value))
