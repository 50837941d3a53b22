"""What decisions and reasons are called, and what a writer is told to do."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from portal.facts import filled
from portal.moderation.authors import read_by
from portal.moderation.kinds import KINDS
from portal.moderation.models import (
    Cause,
    Decision,
    FlagReason,
    LogEvent,
    Reason,
    Urgency,
)
from portal.moderation.queries.rules import own_rules, site_rules, without_headings
from portal.screening.labels import LABELS

REASONS = {
    Reason.NAMES_A_PERSON: _l("It names a person"),
    Reason.RECOGNISABLE: _l("Somebody can be recognised"),
    Reason.HEALTH: _l("It tells of somebody's health"),
    Reason.UNCLEAR: _l("It is hard to understand"),
    Reason.OFF_TOPIC: _l("It is about something else"),
    Reason.INSULTING: _l("It insults somebody"),
    Reason.ADVERTISING: _l("It advertises something"),
    Reason.REPEATED: _l("It has been said here already"),
}
NEXT_STEPS = {
    Reason.NAMES_A_PERSON: _l("Write about the thing and leave the name out."),
    Reason.RECOGNISABLE: _l("Leave out what shows who it is about."),
    Reason.HEALTH: _l("Write of what many need, not of how one person is."),
    Reason.UNCLEAR: _l("Say in other words what should change."),
    Reason.OFF_TOPIC: _l("Tie it to this workshop's question, or leave it out."),
    Reason.INSULTING: _l("Say what is wrong without hurting anybody."),
    Reason.ADVERTISING: _l("Say what people need, without naming who sells it."),
    Reason.REPEATED: _l("Support what is there, or say what is different in yours."),
}
CAUSES = {
    Cause.WRITTEN: _l("New words"),
    Cause.FLAGGED: _l("Reported by readers"),
    Cause.APPEALED: _l("Appeal"),
}
TALLIED = {
    Cause.WRITTEN: _l("Texts that waited for a moderator"),
    Cause.FLAGGED: _l("Public texts that readers reported"),
    Cause.APPEALED: _l("Appeals"),
}
URGENCIES = {
    Urgency.ORDINARY: _l("In its turn"),
    Urgency.PRESSING: _l("Pressing"),
    Urgency.URGENT: _l("Urgent"),
}
RULINGS = {
    Decision.PUBLISH: _l("Published"),
    Decision.RETURN: _l("Returned for rewording"),
    Decision.HIDE: _l("Hidden"),
    Decision.MERGE: _l("Published, and its author was asked about a merger"),
    Decision.UPHOLD: _l("Stays as it was decided"),
}
FLAG_REASONS = {
    FlagReason.PERSONAL: _l("It tells of somebody who can be recognised"),
    FlagReason.INSULTING: _l("It insults somebody"),
    FlagReason.DANGEROUS: _l("Somebody may be in danger"),
    FlagReason.ADVERTISING: _l("It advertises something"),
    FlagReason.WRONG: _l("It is not true"),
    FlagReason.OTHER: _l("Something else"),
}
EVENTS = {
    LogEvent.OPENED: _l("Came to the queue"),
    LogEvent.PUBLISHED: _l("Published"),
    LogEvent.RETURNED: _l("Returned for rewording"),
    LogEvent.HIDDEN: _l("Hidden"),
    LogEvent.MERGED: _l("Published, and its author was asked about a merger"),
    LogEvent.UPHELD: _l("Stays as it was decided"),
    LogEvent.CLOSED: _l("Left the queue undecided"),
    LogEvent.MARKED_URGENT: _l("Marked urgent"),
    LogEvent.UNMARKED_URGENT: _l("No longer urgent"),
    LogEvent.SECOND_OPINION: _l("Second opinion asked for"),
    LogEvent.BLOCKED: _l("Author blocked"),
    LogEvent.UNBLOCKED: _l("Block lifted"),
    LogEvent.UNDONE: _l("Decision undone"),
    LogEvent.APPEALED: _l("Appealed"),
    LogEvent.FLAGGED: _l("Reported by a reader"),
    LogEvent.ERASED: _l("Words deleted"),
    LogEvent.RULES_CHANGED: _l("Rules changed"),
}


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        CAUSES=CAUSES,
        RULINGS=RULINGS,
        FINDINGS=LABELS,
        FLAG_REASONS=FLAG_REASONS,
        KINDS=KINDS,
        LOG_EVENTS=EVENTS,
        own_rules=own_rules,
        site_rules=site_rules,
        TALLIED=TALLIED,
        URGENCIES=URGENCIES,
        promised_by=read_by,
    )
    app.jinja_env.filters["filled"] = filled
    app.jinja_env.filters["without_headings"] = without_headings
