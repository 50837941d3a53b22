"""What the parts of a service are called, and how their values are told."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from flask import Flask
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from portal.differences import pieces
from portal.directory.labels import (
    ANSWERS,
    CHANNEL_KINDS,
    CHARGES,
    CODE_SCHEMES,
    FACETS,
    LINES,
    TEXT_STATES,
)
from portal.directory.models import Calendar, TextState
from portal.i18n import day, language
from portal.upkeep.labels_of_stops import EVERY, STOP_LABELS, weekdays
from portal.upkeep.snapshots import YES
from portal.upkeep.timetables import in_words, read
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import vocabulary

CALENDARS = {
    Calendar.FINLAND: _l("Finland"),
    Calendar.ALAND: _l("Åland"),
    Calendar.SWEDEN: _l("Sweden"),
}
TEXT_LABELS = {
    "name": _l("Name"),
    "summary": _l("Summary"),
    "description": _l("Description"),
    "audience": _l("Who it is for"),
    "situations": _l("You may need this when"),
    "access": _l("How you get in"),
    "criteria": _l("Can I get this?"),
    "bring": _l("What to take along"),
    "cost": _l("What it costs"),
    "deadline": _l("Deadline"),
    "processing_time": _l("How long it takes"),
    "validity": _l("How long it is valid"),
    **LINES,
    "promise": _l("What we promise"),
    "tier_reason": _l("Why it is given near or far"),
    "professionals": _l("For professionals: how to refer"),
    "staff_notes": _l("For staff only"),
    "body": _l("Text in easy language"),
    "state": _l("State"),
    "source": _l("Translated from"),
    "source_at": _l("Translated as it stood"),
    "checked_on": _l("Checked on"),
}
FACT_LABELS = {
    "organisation": _l("Organisation"),
    "team": _l("Responsible team"),
    **LINES,
    "charge": _l("What it costs"),
    "interpreter": _l("Can an interpreter be had?"),
    "phone": _l("Phone number"),
    "email": _l("E-mail"),
    "review_email": _l("E-mail of whom to ask whether this still holds"),
    "sensitive": _l("Nobody is to see that one has been here"),
    "phone_on_holidays": _l("We answer on public holidays too"),
    "wait_days": _l("Waiting time in days"),
    "wait_checked_on": _l("Waiting time checked on"),
    "checked_on": _l("Checked on"),
    "review_months": _l("Check again after how many months"),
    "phone_hours": _l("When we answer the phone"),
    **{f"tags/{scheme.value}": label for scheme, label in FACETS.items()},
    **{f"codes/{scheme}": label for scheme, label in CODE_SCHEMES.items()},
}
PART_LABELS = {
    "kind": _l("Kind"),
    "contact": _l("Address or number"),
    "identification": _l("Are bank codes or the like needed?"),
    "name": _l("Name"),
    "note": _l("Note"),
    "cost": _l("What it costs here"),
    "appointment": _l("By appointment"),
    "phone": _l("Phone number"),
    "on_holidays": _l("Open on public holidays too"),
    "hours": _l("Opening hours"),
}
LAW_LABELS = {"name": _l("Name of the act"), "url": _l("Web address of the act")}
# The words for values that are one of a few.
NAMED: dict[str, Mapping[Any, Any]] = {
    **dict.fromkeys((*LINES, "interpreter", "identification", "step_free"), ANSWERS),
    "charge": CHARGES,
    "kind": CHANNEL_KINDS,
    "every": EVERY,
}
TICKED = {"sensitive", "phone_on_holidays", "appointment", "on_holidays"}
DAYS = {"wait_checked_on", "checked_on", "source_at", "first_on", "last_on"}


def label(name: str, places: dict[str, str] | None = None) -> str:
    """What one name of a snapshot is called: `Suomi: Summary`."""
    first, *rest = name.split("/")
    if first in {"text", "easy"}:
        said = TEXT_LABELS[rest[1]]
        easy = f" ({_('easy language')})" if first == "easy" else ""
        return f"{language_name(rest[0]).capitalize()}{easy}: {said}"
    if first == "place":
        where = (places or {}).get(rest[0], rest[0])
        return ": ".join([where, str(PART_LABELS[rest[1]]), *in_which(rest[2:])])
    if first == "channel":
        return ": ".join([_("Way in"), str(PART_LABELS[rest[1]]), *in_which(rest[2:])])
    if first == "stop":
        return ": ".join([_("Stop"), str(STOP_LABELS[rest[1]]), *in_which(rest[2:])])
    if first == "law":
        return ": ".join([str(LAW_LABELS[rest[1]]), *in_which(rest[2:])])
    return str(FACT_LABELS.get(name, name))


def language_name(code: str) -> str:
    """What a language is called in the language of the page."""
    return str(get_locale().languages.get(code, code))


def in_which(rest: list[str]) -> list[str]:
    return [language_name(code) for code in rest]


def spoken(name: str) -> str:
    """The language that the words of this part are in, if they are in one."""
    first, *rest = name.split("/")
    return rest[0] if first in {"text", "easy"} else ""


def told(  # noqa: PLR0911  one for each kind of value
    name: str, value: str, owners: dict[str, str] | None = None
) -> str:
    """A value as a person reads it; `owners` are organisations and teams by code."""
    last = name.rsplit("/", maxsplit=1)[-1]
    if last in TICKED:
        return _("Yes") if value == YES else _("No")
    if not value or name.startswith(("text/", "easy/")):
        return written(last, value)
    if name.startswith("tags/"):
        return in_vocabulary(last, value.split())
    if name in {"organisation", "team"}:
        return (owners or {}).get(value, value)
    if name.startswith("stop/") and last == "area":
        return in_vocabulary(last, [value])
    if name.startswith("stop/") and last == "days":
        return weekdays(value)
    if last in {"hours", "phone_hours", "different"}:
        return "\n".join(in_words(*read(value)))
    if last in DAYS:
        return day(date.fromisoformat(value))
    return str(NAMED.get(last, {}).get(value, value))


def in_vocabulary(scheme: str, codes: list[str]) -> str:
    words = vocabulary().of(Scheme(scheme))
    return "\n".join(
        words[code].labels[language()] if code in words else code for code in codes
    )


def written(last: str, value: str) -> str:
    """A value of a text: its words, its state, or where it was translated from."""
    if value and last == "state":
        return str(TEXT_STATES[TextState(value)])
    if value and last == "source":
        return language_name(value)
    if value and last in DAYS:
        return day(date.fromisoformat(value[:10]))
    return value


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        language_name=language_name,
        told_label=label,
        told_value=told,
        word_changes=pieces,
    )
