"""What a practice rests on: studies, guides, evaluations."""

import re
from collections.abc import Iterable
from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField

from portal.db import today
from portal.forms import Line, at_most, one_of, options
from portal.i18n import LANGUAGES
from portal.practices.labels_of_parts import REFERENCE
from portal.screening.findings import Sort
from portal.upkeep.forms.fields import WEB, Tick, whole_number
from portal.upkeep.forms.lists import ListForm
from portal.upkeep.forms.screened import ScreenedPartForm
from portal.upkeep.snapshots import Snapshot, keys

LONGEST_TITLE = 300
LONGEST_ADDRESS = 500
FIRST_YEAR = 1800
EMPTY_ROWS = 2
ROW = re.compile(r"title-(\d{1,9}|new\d)")


class ReferencesForm(ScreenedPartForm, ListForm):
    """Whoever wrote a study is named with it."""

    kind = "reference"
    passes: ClassVar[frozenset[Sort]] = frozenset({Sort.NAMED_PERSON})

    def is_whole(self, row: str) -> bool:
        title, url = self[f"title-{row}"], self[f"url-{row}"]
        if not title.data:
            title.errors = [_("Write what it is called")]
        if url.data and not WEB.fullmatch(url.data):
            url.errors = [_("Write the whole address, beginning with https://")]
        return super().is_whole(row)


def references_form(snapshot: Snapshot, sent: Iterable[str]) -> type[ReferencesForm]:
    """A form with a row for each reference, there or sent, and with empty ones."""
    posted = [found[1] for found in map(ROW.fullmatch, sent) if found]
    rows = dict.fromkeys(posted or keys(snapshot, "reference"))
    for number in range(1, EMPTY_ROWS + 1):
        rows.setdefault(f"new{number}")
    members: dict[str, Any] = {}
    names: dict[str, str] = {}
    for row in rows:
        fields: dict[str, Any] = {
            f"title-{row}": Line(REFERENCE["title"], [at_most(LONGEST_TITLE)]),
            f"url-{row}": Line(REFERENCE["url"], [at_most(LONGEST_ADDRESS)]),
            f"year-{row}": Line(
                REFERENCE["year"], [whole_number(FIRST_YEAR, today().year + 1)]
            ),
            f"pick_language-{row}": SelectField(
                REFERENCE["language"],
                choices=options(LANGUAGES),
                validate_choice=False,
                validators=[one_of()],
            ),
        }
        members |= fields | {f"pick_remove-{row}": Tick(_l("Take this away"))}
        names |= {
            name: f"reference/{row}/{name.removeprefix('pick_').partition('-')[0]}"
            for name in fields
        }
    return type(
        "Form", (ReferencesForm,), members | {"names": names, "rows": tuple(rows)}
    )
