"""What states and verdicts are called."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from portal.moderation.labels import NEXT_STEPS, REASONS
from portal.proposals.models import (
    Consent,
    MergerState,
    Relation,
    Stance,
    State,
    Verdict,
)
from portal.proposals.queries.pages import Order

STATES = {
    State.WAITING: _l("Waiting for a moderator"),
    State.PUBLISHED: _l("On the board"),
    State.RETURNED: _l("Returned for rewording"),
    State.WITHDRAWN: _l("Withdrawn by its author"),
    State.MERGED: _l("Part of another proposal"),
    State.HIDDEN: _l("Not shown"),
}
VERDICTS = {
    Verdict.WILL: _l("Will do"),
    Verdict.PARTLY: _l("Partly"),
    Verdict.WILL_NOT: _l("Will not"),
}
RELATIONS = {
    Relation.OWN: _l("These are my own words"),
    Relation.ASSISTED: _l("I write this down for somebody"),
    Relation.PROXY: _l("I speak for somebody close to me"),
}
# How a card says that its words came through somebody else.
THROUGH = {
    Relation.ASSISTED: _l("Written down with help"),
    Relation.PROXY: _l("Told by somebody close"),
}
COMMENT_STANCES = {
    Stance.QUESTION: _l("Question"),
    Stance.SUPPORT: _l("In favour"),
    Stance.CONCERN: _l("Concern"),
    Stance.YES_IF: _l("Yes, if…"),
}
CONSENTS = {
    Consent.ASKED: _l("Asked, no answer yet"),
    Consent.YES: _l("Agreed"),
    Consent.NO: _l("Wants to keep it apart"),
    Consent.UNREACHABLE: _l("Could not be asked"),
}
MERGER_STATES = {
    MergerState.ASKED: _l("Authors are being asked"),
    MergerState.DONE: _l("Merged"),
    MergerState.DROPPED: _l("Not merged"),
    MergerState.UNDONE: _l("Taken apart again"),
}
ORDERS = {
    Order.SUPPORTED: _l("Most supported"),
    Order.NEWEST: _l("Newest"),
    Order.RANDOM: _l("In an order of chance"),
}


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        ORDERS=ORDERS,
        STATES=STATES,
        VERDICTS=VERDICTS,
        REASONS=REASONS,
        NEXT_STEPS=NEXT_STEPS,
        THROUGH=THROUGH,
        COMMENT_STANCES=COMMENT_STANCES,
        CONSENTS=CONSENTS,
        MERGER_STATES=MERGER_STATES,
    )
