"""What the reasons are called, and what a writer is told to do."""

from flask_babel import lazy_gettext as _l

from portal.moderation.models import Reason

REASONS = {
    Reason.NAMES_A_PERSON: _l("It names a person"),
    Reason.RECOGNISABLE: _l("Somebody can be recognised"),
    Reason.UNCLEAR: _l("It is hard to understand"),
    Reason.OFF_TOPIC: _l("It is about something else"),
    Reason.INSULTING: _l("It insults somebody"),
}
NEXT_STEPS = {
    Reason.NAMES_A_PERSON: _l("Write about the thing and leave the name out."),
    Reason.RECOGNISABLE: _l("Leave out what shows who it is about."),
    Reason.UNCLEAR: _l("Say in other words what should change."),
    Reason.OFF_TOPIC: _l("Tie it to this workshop's question, or leave it out."),
    Reason.INSULTING: _l("Say what is wrong without hurting anybody."),
}
