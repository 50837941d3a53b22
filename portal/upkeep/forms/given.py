"""Where a service is given, and when: its places and their hours."""

import re
from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectField

from portal.forms import Line, Text, at_most, one_of, options
from portal.i18n import LANGUAGES
from portal.upkeep.forms.fields import Hours, Tick, a_phone
from portal.upkeep.forms.lists import ListForm
from portal.upkeep.forms.parts import LONGEST_TEXT
from portal.upkeep.labels import FACT_LABELS, PART_LABELS
from portal.upkeep.snapshots import Snapshot, keys
from portal.upkeep.timetables import Timetable, read

LONGEST_HOURS = 4000
LONGEST_PHONE = 40
SLUG = re.compile(r"[a-z0-9-]{1,120}")


class HoursForm(ListForm):
    kind = "place"

    @property
    def rules(self) -> dict[str, Timetable]:
        """What the lines of each field say, as far as they can be read."""
        found = {}
        for field in self:
            if isinstance(field, Hours) and not field.errors:
                found[field.name] = read(field.data or "")
        return found


class PlacesForm(ListForm):
    kind = "place"

    pick_place = SelectField(
        _l("Add a place"), validate_choice=False, validators=[one_of()]
    )

    def offer(self, places: dict[str, str]) -> None:
        """The places it could be given at besides, by slug."""
        others = {slug: name for slug, name in places.items() if slug not in self.rows}
        self.pick_place.choices = options({"": "", **others})

    @property
    def values(self) -> Snapshot:
        found = super().values
        added = self.pick_place.data
        return {**found, f"place/{added}/appointment": ""} if added else found


def rows_of(snapshot: Snapshot, sent: Iterable[str], start: str) -> list[str]:
    """The places there are, or those that a form was sent with."""
    posted = [
        name.removeprefix(start)
        for name in sent
        if name.startswith(start) and SLUG.fullmatch(name.removeprefix(start))
    ]
    return list(dict.fromkeys(posted)) or keys(snapshot, "place")


def hours_form(snapshot: Snapshot, sent: Iterable[str]) -> type[HoursForm]:
    members: dict[str, Any] = {
        "phone_hours": Hours(FACT_LABELS["phone_hours"], [at_most(LONGEST_HOURS)]),
        "pick_phone_on_holidays": Tick(FACT_LABELS["phone_on_holidays"]),
    }
    names = {
        "phone_hours": "phone_hours",
        "pick_phone_on_holidays": "phone_on_holidays",
    }
    places = rows_of(snapshot, sent, "hours-")
    for slug in places:
        members[f"hours-{slug}"] = Hours(PART_LABELS["hours"], [at_most(LONGEST_HOURS)])
        members[f"pick_holidays-{slug}"] = Tick(PART_LABELS["on_holidays"])
        names[f"hours-{slug}"] = f"place/{slug}/hours"
        names[f"pick_holidays-{slug}"] = f"place/{slug}/on_holidays"
    return type("Form", (HoursForm,), members | {"names": names, "rows": tuple(places)})


def places_form(snapshot: Snapshot, sent: Iterable[str]) -> type[PlacesForm]:
    members: dict[str, Any] = {}
    names: dict[str, str] = {}
    places = rows_of(snapshot, sent, "phone-")
    for slug in places:
        members[f"phone-{slug}"] = Line(
            PART_LABELS["phone"], [at_most(LONGEST_PHONE), a_phone]
        )
        members[f"pick_appointment-{slug}"] = Tick(PART_LABELS["appointment"])
        names[f"phone-{slug}"] = f"place/{slug}/phone"
        names[f"pick_appointment-{slug}"] = f"place/{slug}/appointment"
        for code in LANGUAGES:
            for part in ("note", "cost"):
                field = Text(PART_LABELS[part], [at_most(LONGEST_TEXT)])
                members[f"{part}_{code}-{slug}"] = field
                names[f"{part}_{code}-{slug}"] = f"place/{slug}/{part}/{code}"
        members[f"pick_remove-{slug}"] = Tick(_l("Not given here any more"))
    return type(
        "Form", (PlacesForm,), members | {"names": names, "rows": tuple(places)}
    )
