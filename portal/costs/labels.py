"""What the parts of a cost study are called, and how its figures are written."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from flask import Flask
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from portal.costs.actions.states import Why
from portal.costs.amounts import of_part
from portal.costs.models import Part, StudyState
from portal.costs.queries.lacks import Lack, Lacking
from portal.costs.reading import Line, Study, called
from portal.i18n import day, language
from portal.upkeep.labels import language_name

STATES = {
    StudyState.DRAFT: _l("Draft"),
    StudyState.REVIEWED: _l("Reviewed"),
    StudyState.PUBLISHED: _l("Published"),
}
STATE_LOOKS = {
    StudyState.DRAFT: "is-wait",
    StudyState.REVIEWED: "",
    StudyState.PUBLISHED: "is-open",
}
PARTS = {
    Part.PERSONS: _l("Persons"),
    Part.USE: _l("Times a year for each"),
    Part.UNIT_COST: _l("Cost of one time, euros"),
    Part.SHARE: _l("Share that we pay, per cent"),
}
VALUES = {
    "low": _l("Lowest"),
    "likely": _l("Likely"),
    "high": _l("Highest"),
    "source": _l("Where the figure comes from"),
    "source_on": _l("Date of the source"),
}
TEXTS = {
    "title": _l("Title"),
    "summary": _l("In short"),
    "limits": _l("What is left out"),
}
LINE_TEXTS = {"group": _l("Group of people"), "used": _l("What they use")}
REFUSED = {
    Why.CHANGED: _l(
        "Somebody has changed this since you read it. Read it again first."
    ),
    Why.OWN: _l("You wrote this. Another coordinator than its writer reviews it."),
    Why.LACKS: _l("Something is still missing. It is listed below."),
    Why.NOT_REVIEWED: _l("This has to be reviewed before it is published."),
}
LACKS = {
    Lack.TITLE: _l("Write the title"),
    Lack.SCENARIOS: _l("Add a second scenario to compare with"),
    Lack.LINES: _l("Add a line: a group and what it uses"),
}


def line_name(line: Line, spoken: str) -> str:
    """`People without work: job coaching`."""
    group, use = (called(names, spoken)[0] for names in (line.groups, line.uses))
    return f"{group}: {use}"


def label(name: str, study: Study) -> str:
    """What one name of a snapshot is called: `Suomi: In short`."""
    first, *rest = name.split("/")
    if first == "text":
        return f"{language_name(rest[0]).capitalize()}: {TEXTS[rest[1]]}"
    if first == "scenario":
        return label_of_scenario(rest, study)
    if first == "line":
        return called_in(name.split("/"), study)
    return str(_("Responsible team"))


def label_of_scenario(rest: list[str], study: Study) -> str:
    key, *more = rest
    named = [_("Scenario"), scenario_name(study, key)]
    if not more:
        return scenario_name(study, key)
    last = _("Place in the order") if more[0] == "position" else _("Name")
    return in_which([*named, last], more[1:])


def called_in(words: list[str], study: Study) -> str:
    """A line, or one thing of it."""
    _kind, key, *more = words
    line = next((line for line in study.lines if line.key == key), None)
    start = line_name(line, language()) if line else _("Line")
    if not more:
        return start
    if more[0] == "position":
        return f"{start}: {_('Place in the order')}"
    if more[0] in LINE_TEXTS:
        return in_which([start, str(LINE_TEXTS[more[0]])], more[1:])
    part, scenario, *value = more
    named = [start, scenario_name(study, scenario), str(PARTS[Part(part)])]
    return ": ".join([*named, *(str(VALUES[one]) for one in value)])


def scenario_name(study: Study, key: str) -> str:
    names = next((one.names for one in study.scenarios if one.key == key), {})
    return called(names, language(), key)[0]


def in_which(words: list[str], code: list[str]) -> str:
    named = ": ".join(word for word in words if word)
    return f"{named} ({language_name(code[0])})" if code else named


def told(name: str, value: str, owners: Mapping[str, str]) -> str:
    """A value as a person reads it; `owners` are teams by code."""
    words = name.split("/")
    if not value:
        return value
    if words[-1] == "source_on":
        return day(date.fromisoformat(value))
    if words[-1] in {"low", "likely", "high"}:
        return of_part(Part(words[2]), Decimal(value))
    return owners.get(value, value) if name == "team" else value


def spoken(name: str) -> str:
    """The language that the words of this part are in, if they are in one."""
    words = name.split("/")
    if words[0] == "text":
        return words[1]
    if len(words) < 4:  # noqa: PLR2004  a whole part, or its place
        return ""
    named = words[0] == "scenario" or (words[0] == "line" and words[2] in LINE_TEXTS)
    return words[3] if named else ""


def lacks_words(lacking: Lacking, study: Study) -> str:
    """What lacks, as a sentence."""
    if lacking.line and lacking.part:
        named = {
            "line": line_name(lacking.line, language()),
            "scenario": scenario_name(study, lacking.scenario),
            "part": PARTS[lacking.part],
        }
        if lacking.lack is Lack.SOURCE:
            return _(
                "%(line)s, %(scenario)s: no source or date (%(part)s)",
                **named,
            )
        return _("%(line)s, %(scenario)s: no figure (%(part)s)", **named)
    if lacking.lack is Lack.LIMITS:
        name = language_name(lacking.language)
        return _("Tell what is left out, in %(name)s", name=name)
    return str(LACKS[lacking.lack])


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        STUDY_STATES=STATES,
        STUDY_LOOKS=STATE_LOOKS,
        COST_PARTS=PARTS,
        COST_VALUES=VALUES,
        lacks_words=lacks_words,
    )
