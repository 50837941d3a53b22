"""The ways to a service besides its phone, its e-mail and its places."""

import re
from collections.abc import Iterable
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField

from portal.directory.labels import ANSWERS, CHANNEL_KINDS
from portal.directory.models import ChannelKind
from portal.forms import Line, Text, at_most, one_of, options
from portal.i18n import LANGUAGES
from portal.upkeep.forms.fields import PHONE, WEB, Tick
from portal.upkeep.forms.lists import ListForm
from portal.upkeep.forms.parts import LONGEST_LINE, LONGEST_TEXT
from portal.upkeep.labels import PART_LABELS
from portal.upkeep.snapshots import Snapshot, keys

LONGEST_CONTACT = 500
LONGEST_HOURS = 4000
EMPTY_ROWS = 2
ROW = re.compile(r"pick_kind-(\d{1,9}|new\d)")
SLUG = re.compile(r"[a-z0-9-]{1,120}")
ON_THE_WEB = {ChannelKind.ONLINE, ChannelKind.FORM, ChannelKind.WEB, ChannelKind.VIDEO}


class ChannelsForm(ListForm):
    kind = "channel"
    picked = ("pick_kind",)

    def is_whole(self, row: str) -> bool:
        kind, contact = self[f"pick_kind-{row}"], self[f"contact-{row}"]
        first = next(iter(LANGUAGES))
        if not kind.data:
            kind.errors = [_("Choose what kind of way in this is")]
        elif kind.data in ON_THE_WEB and not WEB.fullmatch(contact.data):
            contact.errors = [_("Write the whole address, beginning with https://")]
        elif kind.data == ChannelKind.SMS and not PHONE.fullmatch(contact.data):
            contact.errors = [
                _("Write the phone number with digits, like 019 123 4500")
            ]
        if not any(self[f"name_{code}-{row}"].data for code in LANGUAGES):
            self[f"name_{first}-{row}"].errors = [
                _("Give it a name in at least one language")
            ]
        return not any(field.errors for field in self.of_row(row))


def channels_form(snapshot: Snapshot, sent: Iterable[str]) -> type[ChannelsForm]:
    """A form with a row for each channel there is or that was sent, and empty ones."""
    there = keys(snapshot, "channel")
    posted = [found[1] for found in map(ROW.fullmatch, sent) if found]
    rows = dict.fromkeys(posted or there)
    for number in range(1, EMPTY_ROWS + 1):
        rows.setdefault(f"new{number}")
    members: dict[str, Any] = {}
    names: dict[str, str] = {}
    for row in rows:
        members[f"pick_kind-{row}"] = SelectField(
            PART_LABELS["kind"],
            choices=options({"": "", **CHANNEL_KINDS}),
            validate_choice=False,
            validators=[one_of()],
        )
        members[f"contact-{row}"] = Line(
            PART_LABELS["contact"], [at_most(LONGEST_CONTACT)]
        )
        members[f"pick_identification-{row}"] = SelectField(
            PART_LABELS["identification"],
            choices=options(dict(reversed(ANSWERS.items()))),
            default="unknown",
            validate_choice=False,
            validators=[one_of()],
        )
        for code in LANGUAGES:
            members[f"name_{code}-{row}"] = Line(
                PART_LABELS["name"], [at_most(LONGEST_LINE)]
            )
            members[f"note_{code}-{row}"] = Text(
                PART_LABELS["note"], [at_most(LONGEST_TEXT)]
            )
        for name in [name for name in members if name.endswith(f"-{row}")]:
            part = name.removeprefix("pick_").removesuffix(f"-{row}").replace("_", "/")
            names[name] = f"channel/{row}/{part}"
        members[f"pick_remove-{row}"] = Tick(_l("Take this away"))
    return type(
        "Form", (ChannelsForm,), members | {"names": names, "rows": tuple(rows)}
    )
