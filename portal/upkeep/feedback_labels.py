"""How what people say is wrong, and what came of it, is put in words."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from portal.upkeep.models import About, FeedbackState, Outcome, Source

ABOUTS = {
    About.HOURS: _l("The times are wrong"),
    About.CONTACT: _l("The phone, address or link is wrong"),
    About.TEXT: _l("The text is wrong or hard to understand"),
    About.CLOSED: _l("The service is no longer there"),
    About.OTHER: _l("Something else"),
}
# What can be wrong where nothing was found.
MISSING = {
    About.TEXT: _l("I could not find it by my own words"),
    About.CLOSED: _l("A service is missing here"),
    About.OTHER: _l("Something else"),
}
FEEDBACK_STATES = {
    FeedbackState.RECEIVED: _l("Received"),
    FeedbackState.MENDING: _l("Being mended"),
    FeedbackState.ANSWERED: _l("Answered"),
}
OUTCOMES = {
    Outcome.MENDED: _l("Mended"),
    Outcome.NOTHING_TO_MEND: _l("Nothing to mend"),
}


def what_is_wrong(source: Source, about: About) -> str:
    labels = MISSING if source is Source.SEARCH else ABOUTS
    return str(labels.get(about, ABOUTS[about]))


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        FEEDBACK_STATES=FEEDBACK_STATES,
        OUTCOMES=OUTCOMES,
        what_is_wrong=what_is_wrong,
    )
