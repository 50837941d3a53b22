"""How changes are told in words."""

from collections.abc import Callable, Sequence

from flask import Flask
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from portal.groups.models import DecisionState
from portal.materials.labels import VERDICTS as MATERIAL_VERDICTS
from portal.materials.models import MaterialVerdict
from portal.pilots.labels import STATES as PILOT_STATES
from portal.pilots.models import PilotState
from portal.practices.labels import MARK_SORTS, STAGES
from portal.practices.labels_of_parts import OF_A_TEXT, TEXTS, WHOLE
from portal.practices.models import MarkSort, Stage
from portal.proposals.labels import VERDICTS as ANSWER_VERDICTS
from portal.proposals.models import Verdict
from portal.reports.labels import PROGRESS
from portal.reports.models import Progress
from portal.upkeep.labels import FACT_LABELS, TEXT_LABELS

KINDS = {
    "service": _l("Services"),
    "practice": _l("Practices"),
    "definition": _l("Definition cards"),
    "material": _l("Materials"),
    "phenomenon": _l("Seen in the work"),
    "answer": _l("Answers to proposals"),
    "pilot": _l("Pilots"),
    "selection": _l("Selections"),
    "cost-study": _l("Cost studies"),
    "group-decision": _l("Decisions of groups"),
    "open-question": _l("Questions for research"),
    "thread": _l("Threads"),
    "rules": _l("Rules of discussion"),
}
ONE = {
    "service": _l("Service"),
    "practice": _l("Practice"),
    "definition": _l("Definition card"),
    "material": _l("Material"),
    "phenomenon": _l("Phenomenon"),
    "answer": _l("Answer to a proposal"),
    "pilot": _l("Pilot"),
    "selection": _l("Selection"),
    "cost-study": _l("Cost study"),
    "group-decision": _l("Decision of a group"),
    "open-question": _l("Question for research"),
    "thread": _l("Thread"),
    "rules": _l("Rules of discussion"),
}
SETTLED = {DecisionState.DONE: _l("Done"), DecisionState.DROPPED: _l("Dropped")}
PARTS = {
    "place": _l("Places and times"),
    "channel": _l("Ways in"),
    "stop": _l("Stops"),
    "law": _l("Acts"),
    "reference": _l("References"),
    "tags": _l("Tags"),
}
MOST_NAMED = 4

SAYS: dict[str, Callable[[str], str]] = {
    "practice-published": lambda _code: _("Published"),
    "practice-stage": lambda code: _("New stage: %(stage)s", stage=STAGES[Stage(code)]),
    "practice-mark": lambda code: _(
        "New mark: %(mark)s", mark=MARK_SORTS[MarkSort(code)]
    ),
    "definition": lambda _code: _("Agreed on"),
    "material": lambda code: _(
        "Read through. Our verdict: %(verdict)s",
        verdict=MATERIAL_VERDICTS[MaterialVerdict(code)],
    ),
    "phenomenon": lambda code: str(PROGRESS[Progress(code)]),
    "pilot": lambda code: str(PILOT_STATES[PilotState(code)]),
    "selection": lambda _code: _("Decided"),
    "cost-study": lambda _code: _("Published"),
    "group-decision": lambda code: str(SETTLED[DecisionState(code)]),
    "open-question": lambda _code: _("Answered"),
    "answer": lambda code: _(
        "Answered: %(verdict)s", verdict=ANSWER_VERDICTS[Verdict(code)]
    ),
    "answer-done": lambda _code: _("Done"),
    "rules": lambda _code: _("New rules of discussion are in force"),
    "thread": lambda _code: _("Told in public, or told anew"),
}


def says_of_text(sort: str, names: Sequence[str]) -> str:
    """Which parts of a text changed, by the names of a snapshot."""
    called = list(dict.fromkeys(str(one) for one in map(part(sort), names) if one))
    if not called:
        return _("Changed")
    shown, others = ", ".join(called[:MOST_NAMED]), len(called) - MOST_NAMED
    if others > 0:
        return ngettext(
            "Changed: %(parts)s and %(num)s other part",
            "Changed: %(parts)s and %(num)s other parts",
            others,
            parts=shown,
        )
    return _("Changed: %(parts)s", parts=shown)


def part(sort: str) -> Callable[[str], object]:
    def called(name: str) -> object:
        first, *rest = name.split("/")
        if first in {"text", "easy"}:
            labels = TEXT_LABELS if sort == "service" else {**TEXTS, **OF_A_TEXT}
            return labels.get(rest[1])
        labels = FACT_LABELS if sort == "service" else WHOLE
        return labels.get(name) or PARTS.get(first)

    return called


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(CHANGE_KINDS=KINDS, CHANGED_ONE=ONE)
