"""What the parts, figures and steps of phenomena are called."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from portal.reports.labels import FREQUENCIES, SORTS
from portal.reports.models import Progress
from portal.reports.stages import Lack
from portal.reports.tally import EARLIER, UNTOLD, Breakdown
from portal.upkeep.labels import language_name
from portal.vocabulary.queries import vocabulary

TEXTS = {
    "title": _l("Title"),
    "summary": _l("What is seen, in your own words"),
    "answer": _l("The answer"),
    "action": _l("What was done"),
    "effect": _l("What came of it"),
}
LACKS = {
    Lack.TEAM: _l("Choose the team that must answer"),
    Lack.ANSWER: _l("Write the answer first"),
    Lack.ACTION: _l("Write first what was done"),
    Lack.EFFECT: _l("Write first what came of it"),
}
BREAKDOWNS = {
    Breakdown.SORT: _l("Sort"),
    Breakdown.FREQUENCY: _l("How often"),
    Breakdown.NEED: _l("Need"),
    Breakdown.GROUP: _l("Group of people"),
    Breakdown.AREA: _l("Municipality"),
    Breakdown.HALF: _l("Half year"),
    Breakdown.MONTH: _l("Month"),
}
HALVES = {
    "1": _l("January to June %(year)s"),
    "2": _l("July to December %(year)s"),
}
LOOKS = {
    Progress.GATHERED: "is-plain",
    Progress.TAKEN_UP: "is-wait",
    Progress.ANSWERED: "",
    Progress.ACTED_ON: "",
    Progress.EFFECT_FOLLOWED: "is-open",
}
ICONS = {
    Progress.GATHERED: "people",
    Progress.TAKEN_UP: "clock",
    Progress.ANSWERED: "talk",
    Progress.ACTED_ON: "pen",
    Progress.EFFECT_FOLLOWED: "check",
}


def label(name: str) -> str:
    """What one name of a snapshot is called: `Suomi: The answer`."""
    _text, code, said = name.split("/")
    return f"{language_name(code).capitalize()}: {TEXTS[said]}"


def spoken(name: str) -> str:
    return name.split("/")[1]


def value_label(breakdown: Breakdown, value: str, language: str) -> str:
    """What a value of a breakdown is called; a month as `5/2026`."""
    if value == UNTOLD:
        return str(_l("Not told"))
    if value == EARLIER:
        return str(_l("Earlier"))
    if breakdown == Breakdown.HALF:
        year, _dash, half = value.partition("-")
        said = HALVES[half] % {"year": year}
        return str(said)
    if breakdown == Breakdown.MONTH:
        year, _dash, month = value.partition("-")
        return f"{int(month)}/{year}"
    told = {
        Breakdown.SORT: {sort.value: name for sort, name in SORTS.items()},
        Breakdown.FREQUENCY: {often.value: name for often, name in FREQUENCIES.items()},
    }.get(breakdown)
    if told is not None:
        return str(told.get(value, value))
    words = vocabulary().of(breakdown.value)
    return words[value].labels[language] if value in words else value


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        PHENOMENON_TEXTS=TEXTS,
        PHENOMENON_BREAKDOWNS=BREAKDOWNS,
        PHENOMENON_LOOKS=LOOKS,
        PHENOMENON_ICONS=ICONS,
        figure_label=value_label,
    )
