"""What the marks of a practice are called."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from portal.practices.headings import DEVELOPED, IDEA, OUTCOME
from portal.practices.models import Evidence, Lived, Stage, Use

STAGES = {
    Stage.IDEA: _l("Idea"),
    Stage.DRAFT: _l("Draft"),
    Stage.ON_TRIAL: _l("Being tried out"),
    Stage.EVALUATED: _l("Evaluated"),
    Stage.IN_USE: _l("In use"),
    Stage.SPREAD: _l("Spread"),
    Stage.RETIRED: _l("Stopped"),
}
STAGE_ICONS = {
    Stage.IDEA: "lamp",
    Stage.DRAFT: "pen",
    Stage.ON_TRIAL: "lamp",
    Stage.EVALUATED: "scale",
    Stage.IN_USE: "check",
    Stage.SPREAD: "check",
    Stage.RETIRED: "x",
}
STAGE_LOOKS = {
    Stage.IDEA: "is-plain",
    Stage.DRAFT: "is-plain",
    Stage.ON_TRIAL: "is-wait",
    Stage.EVALUATED: "",
    Stage.IN_USE: "is-open",
    Stage.SPREAD: "is-open",
    Stage.RETIRED: "is-plain",
}
EVIDENCE = {
    Evidence.NONE: _l("Not known"),
    Evidence.DESCRIBED: _l("Described"),
    Evidence.REASONED: _l("Reasoned"),
    Evidence.SOME: _l("Some evidence"),
    Evidence.MODERATE: _l("Moderate evidence"),
    Evidence.STRONG: _l("Strong evidence"),
    Evidence.NO_EFFECT: _l("Found to have no effect"),
    Evidence.HARM: _l("Found to do harm"),
}
LIVED = {
    Lived.NOT_ASKED: _l("Not asked yet"),
    Lived.MIXED: _l("Opinions differ"),
    Lived.RECOMMENDED: _l("They recommend it"),
    Lived.RECOMMENDED_WITH_CHANGES: _l("They recommend it with changes"),
    Lived.NOT_RECOMMENDED: _l("They do not recommend it"),
}
USES = {
    Use.PLANNED: _l("Planned"),
    Use.ON_TRIAL: _l("Being tried out"),
    Use.IN_USE: _l("In use"),
    Use.STOPPED: _l("Stopped"),
}
FACTS = {
    "place": _l("Where it was made"),
    "funder": _l("Funder"),
    "whole": _l("Part of"),
}
PARTS = {
    _l("The idea"): IDEA,
    _l("How it was developed"): DEVELOPED,
    _l("What came of it"): OUTCOME,
}
HEADINGS = {
    "problem": _l("The problem"),
    "audience": _l("Who it is for"),
    "how": _l("How it works"),
    "core": _l("What must stay"),
    "adaptable": _l("What may be adapted"),
    "needs_of": _l("What it takes"),
    "cost": _l("What it costs"),
    "not_for": _l("Who it may not suit"),
    "setting": _l("The setting"),
    "insight": _l("What people told us"),
    "co_developers": _l("Who developed it together"),
    "change": _l("The change we wanted"),
    "indicators": _l("How we follow it"),
    "results": _l("What we know so far"),
    "lived": _l("What people with lived experience say"),
    "harms": _l("Harms and limits"),
    "tips": _l("Tips for those who try it"),
}


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        STAGES=STAGES,
        STAGE_ICONS=STAGE_ICONS,
        STAGE_LOOKS=STAGE_LOOKS,
        EVIDENCE=EVIDENCE,
        LIVED=LIVED,
        USES=USES,
        PRACTICE_FACTS=FACTS,
        PRACTICE_PARTS=PARTS,
        HEADINGS=HEADINGS,
    )
