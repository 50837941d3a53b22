"""What states and verdicts are called."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from portal.moderation.labels import NEXT_STEPS, REASONS
from portal.proposals.models import State, Verdict

STATES = {
    State.WAITING: _l("Waiting for a moderator"),
    State.PUBLISHED: _l("On the board"),
    State.RETURNED: _l("Returned for rewording"),
}
VERDICTS = {
    Verdict.WILL: _l("Will do"),
    Verdict.PARTLY: _l("Partly"),
    Verdict.WILL_NOT: _l("Will not"),
}


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        STATES=STATES, VERDICTS=VERDICTS, REASONS=REASONS, NEXT_STEPS=NEXT_STEPS
    )
