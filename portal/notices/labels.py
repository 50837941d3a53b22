"""What topics and paces are called."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from portal.notices.models import Pace, Topic

TOPICS = {
    Topic.REPLIES: _l("Replies"),
    Topic.ANSWERS: _l("Answers"),
    Topic.MODERATION: _l("Moderation"),
    Topic.PHASES: _l("Workshops and votes"),
    Topic.SESSIONS: _l("Sessions"),
    Topic.DUTIES: _l("Your tasks"),
    Topic.FOLLOWED: _l("What you follow"),
}
TOPIC_LINES = {
    Topic.REPLIES: _l("Somebody comments on your proposal, or replies to you"),
    Topic.ANSWERS: _l("A proposal you wrote or support gets its answer"),
    Topic.MODERATION: _l("A moderator has read your text"),
    Topic.PHASES: _l("A workshop moves on, or a vote opens, ends or has its result"),
    Topic.SESSIONS: _l(
        "A session you come to: your place, changes, and the day before"
    ),
    Topic.DUTIES: _l("Something waits for you because of your work here"),
    Topic.FOLLOWED: _l("News of what you have chosen to follow"),
}
PACES = {
    Pace.IMMEDIATE: _l("At once"),
    Pace.DAILY: _l("Once a day"),
    Pace.WEEKLY: _l("Once a week"),
    Pace.NONE: _l("No mail"),
}


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(TOPICS=TOPICS, TOPIC_LINES=TOPIC_LINES)
