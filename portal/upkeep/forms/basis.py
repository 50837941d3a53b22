"""What a service rests on: the acts, and its codes in national lists."""

import re
from collections.abc import Iterable
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from portal.directory.labels import CODE_SCHEMES
from portal.forms import Line, at_most
from portal.i18n import LANGUAGES
from portal.upkeep.forms.fields import WEB, CodeLines, Tick
from portal.upkeep.forms.lists import ListForm
from portal.upkeep.forms.parts import LONGEST_LINE, LONGEST_TEXT
from portal.upkeep.labels import FACT_LABELS, LAW_LABELS
from portal.upkeep.snapshots import Snapshot, keys

LONGEST_ADDRESS = 500
ROW = re.compile(rf"name_{next(iter(LANGUAGES))}-(\d{{1,4}}|new\d)")
# An address that somebody began without its https://.
HALF_AN_ADDRESS = re.compile(r"\S+\.[a-z]{2,}(/\S*)?")


class BasisForm(ListForm):
    kind = "law"

    def is_whole(self, row: str) -> bool:
        names = {code: self[f"name_{code}-{row}"] for code in LANGUAGES}
        urls = {code: self[f"url_{code}-{row}"] for code in LANGUAGES}
        for code, url in urls.items():
            if HALF_AN_ADDRESS.fullmatch(url.data) and not WEB.fullmatch(url.data):
                url.errors = [_("Write the whole address, beginning with https://")]
            if url.data and not names[code].data:
                names[code].errors = [_("Name the act in this language too")]
        if not any(name.data for name in names.values()):
            first = next(iter(names.values()))
            first.errors = [_("Give it a name in at least one language")]
        return not any(field.errors for field in self.of_row(row))


def basis_form(snapshot: Snapshot, sent: Iterable[str]) -> type[BasisForm]:
    """A form with a row for each act there is or that was sent, an empty one, and the
    codes of each list."""
    posted = [found[1] for found in map(ROW.fullmatch, sent) if found]
    rows = dict.fromkeys(posted or keys(snapshot, "law"))
    rows.setdefault("new1")
    members: dict[str, Any] = {}
    names: dict[str, str] = {}
    for row in rows:
        for part, longest in (("name", LONGEST_LINE), ("url", LONGEST_ADDRESS)):
            for code in LANGUAGES:
                field = Line(LAW_LABELS[part], [at_most(longest)])
                members[f"{part}_{code}-{row}"] = field
                names[f"{part}_{code}-{row}"] = f"law/{row}/{part}/{code}"
        members[f"pick_remove-{row}"] = Tick(_l("Take this away"))
    for scheme in CODE_SCHEMES:
        name = f"codes_{scheme.replace('-', '_')}"
        key = f"codes/{scheme}"
        members[name] = CodeLines(FACT_LABELS[key], [at_most(LONGEST_TEXT)])
        names[name] = key
    return type("Form", (BasisForm,), members | {"names": names, "rows": tuple(rows)})
