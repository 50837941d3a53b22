"""What steps and the ways that lead to them are called."""

from collections.abc import Sequence

from babel.lists import format_list
from flask import Flask
from flask_babel import get_locale
from flask_babel import lazy_gettext as _l

from portal.threads import things
from portal.threads.addresses import address
from portal.threads.models import Outcome

OUTCOMES = {
    Outcome.LED_TO: _l("Led to"),
    Outcome.ANSWERED_BY: _l("Was answered by"),
    Outcome.TRIED_IN: _l("Was tried in"),
    Outcome.DECIDED_IN: _l("Was decided in"),
    Outcome.CHANGED: _l("Changed"),
    Outcome.STOPPED_BY: _l("Was stopped by"),
}
KICKERS = {
    things.REPORT: _l("Seen in the work"),
    things.PHENOMENON: _l("Seen in the work"),
    things.PROPOSAL: _l("You said"),
    things.WORKSHOP: _l("Workshop"),
    things.POLL: _l("A vote"),
    things.ANSWER: _l("The answer"),
    things.PILOT: _l("Tried"),
    things.SELECTION: _l("Chosen"),
    things.PRACTICE: _l("Practice"),
    things.DECISION: _l("Decided together"),
    things.DEFINITION: _l("Agreed on"),
    things.SERVICE_VERSION: _l("We did"),
}
THINGS = {
    things.REPORT: _l("Report"),
    things.PHENOMENON: _l("Phenomenon"),
    things.PROPOSAL: _l("Proposal"),
    things.WORKSHOP: _l("Workshop"),
    things.POLL: _l("A vote"),
    things.ANSWER: _l("Answer to a proposal"),
    things.PILOT: _l("Pilot"),
    things.SELECTION: _l("Selection"),
    things.PRACTICE: _l("Practice"),
    things.DECISION: _l("Decision of a group"),
    things.DEFINITION: _l("Definition card"),
    things.SERVICE_VERSION: _l("Changed service"),
}


TEXTS = {
    "title": _l("Title"),
    "summary": _l("Summary"),
    "said": _l("What people said, in one sentence"),
    "did": _l("What was done, in one sentence"),
    "went": _l("How it went, in one sentence"),
    "next": _l("What comes next"),
    "next_when": _l("When it comes"),
}
FIELDS = {
    "theme": _l("Theme"),
    "area": _l("Area"),
}


def listed(words: Sequence[str]) -> str:
    """`Koskela and Harju`."""
    return str(format_list(list(words), locale=get_locale()))


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        THREAD_OUTCOMES=OUTCOMES,
        STEP_KICKERS=KICKERS,
        STEP_THINGS=THINGS,
        THREAD_TEXTS=TEXTS,
        listed=listed,
        step_address=address,
    )
