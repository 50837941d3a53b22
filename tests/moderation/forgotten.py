"""Forgetting, as tests tell of it."""

from datetime import timedelta

from portal.db import now
from portal.moderation.actions import Ruling, decide
from portal.moderation.actions.forgetting import Forgotten, forget
from portal.moderation.models import Decision, LogEntry, LogEvent, Reason
from portal.proposals.models import Proposal
from tests.factories import make_user
from tests.moderation.pages import case_of

PRIVATE = "Call 040 123 4567"
NOTHING = Forgotten(0, 0, 0)
RETURNED = Ruling(Decision.RETURN, Reason.NAMES_A_PERSON, "Leave it out.", PRIVATE)
HIDDEN = Ruling(Decision.HIDE, Reason.INSULTING)
PUBLISHED = Ruling(Decision.PUBLISH)


def ruled(thing, ruling, kind="proposal"):
    case = case_of(thing, kind)
    decide([case], make_user(), ruling)
    return case


def later(days):
    """Forget as if so many days, and some minutes, had passed."""
    return forget(now() + timedelta(days=days, minutes=5))


def words(proposal):
    row = Proposal.get_by_id(proposal.id)
    return row.suggestion, row.problem, row.helps, row.state


def erased():
    return [
        row.case_id
        for row in LogEntry.select().where(LogEntry.event == LogEvent.ERASED)
    ]
