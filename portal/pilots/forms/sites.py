"""Where it is tried, and how it is done there; and who tells how it goes."""

import re
from collections.abc import Iterable
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField

from portal.forms import BaseForm, Line, at_most, email_or_nothing, one_of, options
from portal.i18n import language
from portal.pilots.labels import SITE
from portal.upkeep.forms.fields import Tick
from portal.upkeep.forms.lists import ListForm
from portal.upkeep.forms.screened import ScreenedPartForm
from portal.upkeep.snapshots import Snapshot, keys
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import vocabulary

LONGEST_NAME = 160
LONGEST_VARIANT = 120
LONGEST_EMAIL = 200
EMPTY_ROWS = 2
ROW = re.compile(r"pick_area-(\d{1,9}|new\d)")


class SitesForm(ScreenedPartForm, ListForm):
    kind = "site"
    picked = ("pick_area",)

    def is_whole(self, row: str) -> bool:
        area = self[f"pick_area-{row}"]
        if not area.data:
            area.errors = [_("Choose where it is")]
        return super().is_whole(row)


class ContactForm(BaseForm):
    """Who tells how it goes at one site; never shown in public."""

    email = Line(
        _l("E-mail address of who tells"), [at_most(LONGEST_EMAIL), email_or_nothing]
    )


def sites_form(snapshot: Snapshot, sent: Iterable[str]) -> type[SitesForm]:
    """A form with a row for each site, there or sent, and empty ones."""
    posted = [found[1] for found in map(ROW.fullmatch, sent) if found]
    rows = dict.fromkeys(posted or keys(snapshot, "site"))
    for number in range(1, EMPTY_ROWS + 1):
        rows.setdefault(f"new{number}")
    areas = {
        code: word.labels[language()]
        for code, word in vocabulary().of(Scheme.AREA).items()
    }
    members: dict[str, Any] = {}
    names: dict[str, str] = {}
    for row in rows:
        members |= {
            f"pick_area-{row}": SelectField(
                SITE["area"],
                choices=options({"": "", **areas}),
                validate_choice=False,
                validators=[one_of()],
            ),
            f"name-{row}": Line(SITE["name"], [at_most(LONGEST_NAME)]),
            f"variant-{row}": Line(SITE["variant"], [at_most(LONGEST_VARIANT)]),
            f"pick_remove-{row}": Tick(_l("Take this away")),
        }
        names |= {
            f"pick_area-{row}": f"site/{row}/area",
            f"name-{row}": f"site/{row}/name",
            f"variant-{row}": f"site/{row}/variant",
        }
    return type("Form", (SitesForm,), members | {"names": names, "rows": tuple(rows)})
