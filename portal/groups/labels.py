"""What groups, decisions and questions are called in their states."""

from enum import StrEnum

from flask import Flask
from flask_babel import lazy_gettext as _l

from portal.groups.life import Life
from portal.groups.models import OpenQuestionState


class Standing(StrEnum):
    """How a decision stands: its state, and whether it is late."""

    LATE = "late"
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


LIVES = {
    Life.ACTIVE: _l("Active"),
    Life.DORMANT: _l("Dormant"),
    Life.CLOSED: _l("Closed"),
}
LIFE_LOOKS = {
    Life.ACTIVE: ("is-open", "people"),
    Life.DORMANT: ("is-wait", "clock"),
    Life.CLOSED: ("is-plain", "x"),
}
STANDINGS = {
    Standing.LATE: _l("Late"),
    Standing.OPEN: _l("Open"),
    Standing.DONE: _l("Done"),
    Standing.DROPPED: _l("Dropped"),
}
STANDING_LOOKS = {
    Standing.LATE: ("is-wait", "alert"),
    Standing.OPEN: ("is-plain", "clock"),
    Standing.DONE: ("is-open", "check"),
    Standing.DROPPED: ("is-plain", "x"),
}
QUESTION_STATES = {
    OpenQuestionState.PROPOSED: _l("Waits for a coordinator"),
    OpenQuestionState.OPEN: _l("Free to claim"),
    OpenQuestionState.CLAIMED: _l("Claimed"),
    OpenQuestionState.ANSWERED: _l("Answered"),
    OpenQuestionState.DROPPED: _l("Dropped"),
}
QUESTION_LOOKS = {
    OpenQuestionState.PROPOSED: ("is-wait", "clock"),
    OpenQuestionState.OPEN: ("is-open", "question"),
    OpenQuestionState.CLAIMED: ("is-wait", "pen"),
    OpenQuestionState.ANSWERED: ("is-plain", "check"),
    OpenQuestionState.DROPPED: ("is-plain", "x"),
}


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        GROUP_LIVES=LIVES,
        GROUP_LIFE_LOOKS=LIFE_LOOKS,
        DECISION_STANDINGS=STANDINGS,
        DECISION_LOOKS=STANDING_LOOKS,
        OPEN_QUESTION_STATES=QUESTION_STATES,
        OPEN_QUESTION_LOOKS=QUESTION_LOOKS,
    )
