"""What questions, answers and suggestions are called, and the states they are in."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from portal.accounts.models import Voice
from portal.practices.labels_of_parts import TEXTS
from portal.practices.models import SuggestionState, TalkState
from portal.practices.queries.answers import From
from portal.practices.queries.questions import Answered

STATES = {
    TalkState.WAITING: _l("Waiting for a moderator"),
    TalkState.PUBLISHED: _l("Published"),
    TalkState.RETURNED: _l("Returned for rewording"),
    TalkState.HIDDEN: _l("Not shown"),
    TalkState.WITHDRAWN: _l("Taken back"),
}
ANSWERED = {
    Answered.NO: _l("Without an answer"),
    Answered.YES: _l("Answered"),
}
FROM = {
    From.KEEPER.value: _l("From those who keep it"),
    From.USER.value: _l("From a place that uses it"),
}
SUGGESTION_STATES = {
    SuggestionState.WAITING: _l("Waiting for a moderator"),
    SuggestionState.OFFERED: _l("With those who keep the practice"),
    SuggestionState.TAKEN: _l("Taken over"),
    SuggestionState.DECLINED: _l("Not taken over"),
    SuggestionState.RETURNED: _l("Returned for rewording"),
    SuggestionState.HIDDEN: _l("Not shown"),
    SuggestionState.WITHDRAWN: _l("Taken back"),
}
SUGGESTED_BY = {
    Voice.RESIDENT: _l("Suggested by a reader, a resident"),
    Voice.EXPERT: _l("Suggested by a reader, an expert by experience"),
    Voice.PARTNER: _l("Suggested by a reader from an organisation"),
    Voice.STAFF: _l("Suggested by a reader, a professional"),
}


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        TALK_STATES=STATES,
        ANSWERED=ANSWERED,
        ANSWERED_FROM=FROM,
        SUGGESTION_STATES=SUGGESTION_STATES,
        PRACTICE_TEXTS=TEXTS,
    )
