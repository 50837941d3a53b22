"""What the fixed words of workshops are called."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from portal.accounts.models import Voice
from portal.workshops.models import Entry, Phase, Template
from portal.workshops.moments import clocks, weekday_and_date, when

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
VOICE_LINES = {
    Voice.RESIDENT: _l("You live, study or work here"),
    Voice.EXPERT: _l("You have used the services, or are close to somebody who has"),
    Voice.PARTNER: _l("You work or volunteer in an association or a parish"),
    Voice.STAFF: _l("You work for the county or a municipality"),
}
ENTRIES = {
    Entry.OPEN: _l("Anybody who finds the workshop"),
    Entry.CODE: _l("Those who have the code or the QR code"),
    Entry.INVITED: _l("Those with an invitation of their own; nobody else sees it"),
}
WAYS_IN = {
    "in_room": _l("In the room"),
    "on_web": _l("On the web"),
    "on_paper": _l("On paper"),
}
TEMPLATES = {
    Template.IDEAS: _l("Idea evening"),
    Template.REVIEW: _l("Service review"),
    Template.BUDGET: _l("Shared budget"),
    Template.PRIORITY: _l("What comes first"),
    Template.PANEL: _l("Panel of experts by experience"),
}
TEMPLATE_LINES = {
    Template.IDEAS: _l("One evening together, then two weeks on the web. Many ideas."),
    Template.REVIEW: _l("People who use a service say what works and what does not."),
    Template.BUDGET: _l("A sum of money, and people choose what it is used for."),
    Template.PRIORITY: _l("More to do than there is time for: what comes first?"),
    Template.PANEL: _l("A small invited group meets several times. Fees are paid."),
}
# The class that draws each voice's colour and weave.
WEAVES = {
    Voice.RESIDENT: "resident",
    Voice.EXPERT: "expert",
    Voice.PARTNER: "ngo",
    Voice.STAFF: "staff",
}


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        PHASES=PHASES,
        VOICES=VOICES,
        VOICE_LINES=VOICE_LINES,
        WEAVES=WEAVES,
        weekday_and_date=weekday_and_date,
        clocks=clocks,
        when=when,
    )
