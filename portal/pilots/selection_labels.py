"""What is said of selections and of the roll-out, and how it looks."""

from datetime import date
from decimal import Decimal

from flask import Flask
from flask_babel import format_decimal
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from portal.i18n import LANGUAGES, day, language
from portal.pilots.models import Choice, TakeUpState, Unit
from portal.pilots.queries.shelf import ShelvedSite
from portal.pilots.records import Record
from portal.vocabulary.queries import vocabulary

CHOICES = {
    Choice.SELECTED: _l("Selected"),
    Choice.NOT_SELECTED: _l("Not selected"),
    Choice.CONTINUED: _l("Continued"),
}
CHOICE_LOOKS = {
    Choice.SELECTED: ("is-open", "check"),
    Choice.NOT_SELECTED: ("is-plain", "x"),
    Choice.CONTINUED: ("is-wait", "clock"),
}
TAKE_UPS = {
    TakeUpState.NOT_STARTED: _l("Not started"),
    TakeUpState.PLANNED: _l("Planned"),
    TakeUpState.IN_USE: _l("In use"),
    TakeUpState.STOPPED: _l("Stopped"),
}
TAKE_UP_LOOKS = {
    TakeUpState.NOT_STARTED: ("is-plain", "clock"),
    TakeUpState.PLANNED: ("is-wait", "calendar"),
    TakeUpState.IN_USE: ("is-open", "check"),
    TakeUpState.STOPPED: ("is-plain", "x"),
}


REACHED = {None: _l("Not known"), True: _l("Yes"), False: _l("Not yet")}
MINUS = "\N{MINUS SIGN}"
MANY = 10
"""From so many on, a count is told whole."""
PARTS = {
    "decided_by": _l("Who decided"),
    "decided_on": _l("When it was decided"),
    "decision": _l("What was decided, in short"),
    "dissent": _l("What was said against it"),
    "choice": _l("What becomes of this pilot?"),
    "reason": _l("Why?"),
    "points": _l("Points"),
    "source": _l("What it rests on"),
}


def site_name(site: ShelvedSite) -> str:
    """The municipality, and the place in it if it has a name."""
    area = vocabulary().words[site.area].labels[language()]
    return f"{area}, {site.name}" if site.name else area


def figure_words(unit: Unit, value: Decimal) -> str:
    """A figure no more precise than it is: `62 %`, `3.4`."""
    if unit is Unit.SHARE:
        return _("%(percent)s %%", percent=number(value, 0))
    whole = unit is Unit.COUNT and abs(value) >= MANY
    return number(value, 0 if whole else 1)


def change_words(unit: Unit, value: Decimal) -> str:
    """`+12 percentage points`, `−0.4`; no sign where nothing is left of it."""
    size = figure_words(Unit.COUNT, abs(value))
    if unit is Unit.SHARE:
        size = number(abs(value), 0)
    sign = "+" if value > 0 else MINUS
    sign = sign if size.strip("0.,") else ""
    if unit is Unit.SHARE:
        return _("%(points)s percentage points", points=f"{sign}{size}")
    return f"{sign}{size}"


def number(value: Decimal, digits: int) -> str:
    pattern = "#,##0" if digits == 0 else "#,##0.0"
    return str(format_decimal(round(value, digits), format=pattern))


def total_words(total: Decimal) -> str:
    return str(format_decimal(total, format="0.00"))


def part_words(name: str, record: Record) -> str:
    """What one part of an earlier edition is called: `Points: Remote reception, 2`."""
    first, *rest = name.split("/")
    called = str(PARTS[first])
    if first in {"decision", "dissent"}:
        return f"{called} ({LANGUAGES[rest[0]]})"
    if not rest:
        return called
    names = {one.slug: one.name(language())[0] for one in record.runners}
    said = f"{called}: {names.get(rest[0], rest[0])}"
    if first == "reason":
        return f"{said} ({LANGUAGES[rest[1]]})"
    if len(rest) > 1:
        which = _("criterion %(number)s", number=rest[1])
        return f"{said}, {which}"
    return said


def value_words(name: str, value: str) -> str:
    if not value:
        return _("nothing")
    if name == "decided_on":
        return day(date.fromisoformat(value))
    return str(CHOICES[Choice(value)]) if name.startswith("choice/") else value


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        CHOICES=CHOICES,
        CHOICE_LOOKS=CHOICE_LOOKS,
        TAKE_UPS=TAKE_UPS,
        TAKE_UP_LOOKS=TAKE_UP_LOOKS,
        site_name=site_name,
        figure_words=figure_words,
        change_words=change_words,
        REACHED=REACHED,
        total_words=total_words,
        selection_part=part_words,
        selection_value=value_words,
    )
