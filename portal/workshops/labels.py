"""What phases and voices are called."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from portal.accounts.models import Voice
from portal.workshops.models import Phase

PHASES = {
    Phase.GATHER: _l("Gather"),
    Phase.GROUP: _l("Group"),
    Phase.DISCUSS: _l("Discuss"),
    Phase.VOTE: _l("Vote"),
    Phase.ANSWER: _l("Answer"),
}
VOICES = {
    Voice.RESIDENT: _l("Resident"),
    Voice.EXPERT: _l("Expert by experience"),
    Voice.PARTNER: _l("Organisation"),
    Voice.STAFF: _l("Staff"),
}
# The class that draws each voice's colour and weave.
WEAVES = {
    Voice.RESIDENT: "resident",
    Voice.EXPERT: "expert",
    Voice.PARTNER: "ngo",
    Voice.STAFF: "staff",
}


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(PHASES=PHASES, VOICES=VOICES, WEAVES=WEAVES)
