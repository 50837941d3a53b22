"""What is said of pilots, and how it looks."""

from decimal import Decimal

from flask import Flask
from flask_babel import format_decimal
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from portal.directory.labels import FACETS as TERMS
from portal.pilots.models import Aim, PilotState, Unit
from portal.vocabulary.models import Scheme

STATES = {
    PilotState.PLANNED: _l("Planned"),
    PilotState.RUNNING: _l("Running"),
    PilotState.BEING_EVALUATED: _l("Being evaluated"),
    PilotState.SELECTED: _l("Selected"),
    PilotState.NOT_SELECTED: _l("Not selected"),
    PilotState.CONTINUED: _l("Continued"),
    PilotState.ROLL_OUT: _l("Roll-out"),
    PilotState.PERMANENT: _l("Permanent"),
}
STATE_LOOKS = {
    PilotState.PLANNED: ("is-plain", "calendar"),
    PilotState.RUNNING: ("is-wait", "clock"),
    PilotState.BEING_EVALUATED: ("is-wait", "scale"),
    PilotState.SELECTED: ("is-open", "check"),
    PilotState.NOT_SELECTED: ("is-plain", "x"),
    PilotState.CONTINUED: ("is-wait", "clock"),
    PilotState.ROLL_OUT: ("is-open", "arrow"),
    PilotState.PERMANENT: ("is-open", "check"),
}
UNITS = {
    Unit.SHARE: _l("how many of those asked, in per cent"),
    Unit.MEAN: _l("a mean: the sum of all, divided by how many they are"),
    Unit.COUNT: _l("how many in one period at one place"),
}
TOTALS = {
    Unit.SHARE: _l("For how many of them was it so?"),
    Unit.MEAN: _l("The sum of all of them together"),
    Unit.COUNT: _l("How many there were in all"),
}
AIMS = {
    Aim.UP: _l("It is to grow"),
    Aim.DOWN: _l("It is to become smaller"),
}
WEEKS = {
    1: _l("Every week"),
    4: _l("Every four weeks"),
}
TEXTS = {
    "name": _l("Name"),
    "summary": _l("What is tried, in short"),
    "hypothesis": _l("What we believe will happen"),
    "cost": _l("What it costs"),
    "people": _l("What people say"),
    "workers": _l("What workers say"),
    "harms": _l("Harms"),
    "lessons": _l("What we learned"),
}
FACTS = {
    "practice": _l("Practice that is tried"),
    "practice_edition": _l("Version of the practice"),
    "group": TERMS[Scheme.GROUP],
    "organisation": _l("Whose pilot this is"),
    "team": _l("Responsible team"),
    "starts_on": _l("Begins on"),
    "ends_on": _l("Ends on"),
    "entry_weeks": _l("How often the places tell"),
    "public": _l("Public"),
}
MEASURE = {
    "name": _l("What is followed"),
    "explained": _l("How it is counted"),
    "unit": _l("What kind of figure"),
    "aim": _l("Which way is better"),
    "baseline": _l("How it was before"),
    "baseline_n": _l("Of how many people that is"),
    "target": _l("Target"),
}
SITE = {
    "area": _l("Municipality or district"),
    "name": _l("Place or team"),
    "variant": _l("How it is done there"),
}


def short_figure(unit: Unit, value: Decimal) -> str:
    """A figure in short: `78 %`, `5`, `2.1`."""
    if unit is Unit.SHARE:
        return _("%(percent)s %%", percent=format_decimal(round(value)))
    return format_decimal(round(value, 1), "#,##0.#")


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        PILOT_STATES=STATES,
        PILOT_LOOKS=STATE_LOOKS,
        PILOT_TEXTS=TEXTS,
        PILOT_UNITS=UNITS,
        PILOT_AIMS=AIMS,
        PILOT_WEEKS=WEEKS,
        ENTRY_TOTALS=TOTALS,
        short_figure=short_figure,
    )
