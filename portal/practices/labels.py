"""What the marks of a practice are called."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from portal.practices.headings import DEVELOPED, IDEA, OUTCOME
from portal.practices.models import Evidence, Lived, MarkSort, Stage, Use

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
EXPIRED = _l("Expired, to be set anew")
LIVED = {
    Lived.NOT_ASKED: _l("Not asked yet"),
    Lived.MIXED: _l("Opinions differ"),
    Lived.RECOMMENDED: _l("They recommend it"),
    Lived.RECOMMENDED_WITH_CHANGES: _l("They recommend it with changes"),
    Lived.NOT_RECOMMENDED: _l("They do not recommend it"),
}
EVIDENCE_MEANS = {
    Evidence.NONE: _l("Nobody has looked at it, or it was too long ago."),
    Evidence.DESCRIBED: _l("It is described so that others can do the same."),
    Evidence.REASONED: _l(
        "It also says what is to change, how that can be seen, and what this rests on."
    ),
    Evidence.SOME: _l("One evaluation at least shows some of the change."),
    Evidence.MODERATE: _l("Two evaluations or studies at least show the change."),
    Evidence.STRONG: _l(
        "Several studies, with something to compare with, show the change."
    ),
    Evidence.NO_EFFECT: _l("It was looked at, and the change did not come."),
    Evidence.HARM: _l("It was looked at, and people were worse off with it."),
}
VERDICTS = {
    Lived.RECOMMENDED: _l("I recommend it"),
    Lived.RECOMMENDED_WITH_CHANGES: _l("I recommend it, with changes"),
    Lived.MIXED: _l("I am in two minds"),
    Lived.NOT_RECOMMENDED: _l("I do not recommend it"),
}
PANEL_VERDICTS = {verdict: LIVED[verdict] for verdict in VERDICTS}
SUMS = {
    Lived.RECOMMENDED: _l("Recommend it"),
    Lived.RECOMMENDED_WITH_CHANGES: _l("Recommend it with changes"),
    Lived.MIXED: _l("Are in two minds"),
    Lived.NOT_RECOMMENDED: _l("Do not recommend it"),
}
MARK_SORTS = {
    MarkSort.EVIDENCE: _l("Evidence"),
    MarkSort.LIVED: _l("People with lived experience"),
}
LIVED_ICONS = {
    Lived.NOT_ASKED: "talk",
    Lived.MIXED: "scale",
    Lived.RECOMMENDED: "check",
    Lived.RECOMMENDED_WITH_CHANGES: "pen",
    Lived.NOT_RECOMMENDED: "x",
}
USES = {
    Use.PLANNED: _l("Planned"),
    Use.ON_TRIAL: _l("Being tried out"),
    Use.IN_USE: _l("In use"),
    Use.STOPPED: _l("Stopped"),
}
USE_LOOKS = {
    Use.PLANNED: ("", "calendar"),
    Use.ON_TRIAL: ("is-wait", "lamp"),
    Use.IN_USE: ("is-open", "check"),
    Use.STOPPED: ("is-plain", "x"),
}
FACETS = {
    "need": _l("Need"),
    "theme": _l("Theme"),
    "group": _l("For whom"),
    "stage": _l("Stage"),
    "evidence": _l("Evidence"),
    "area": _l("Applied in"),
    "language": _l("Language"),
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
        EVIDENCE_MEANS=EVIDENCE_MEANS,
        MARK_SORTS=MARK_SORTS,
        VERDICT_SUMS=SUMS,
        EXPIRED=EXPIRED,
        LIVED=LIVED,
        LIVED_ICONS=LIVED_ICONS,
        USES=USES,
        USE_LOOKS=USE_LOOKS,
        PRACTICE_FACETS=FACETS,
        PRACTICE_FACTS=FACTS,
        PRACTICE_PARTS=PARTS,
        HEADINGS=HEADINGS,
    )
