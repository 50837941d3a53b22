"""What waits, what was decided, and what the log tells."""

from portal.moderation.queries.blocks import blocks_of, is_blocked
from portal.moderation.queries.cases import case, cases_of, newest_of, standing, waits
from portal.moderation.queries.queue import queue
from portal.moderation.queries.rules import rules_in_force, rules_of
from portal.moderation.queries.verdicts import Verdict, verdicts
from portal.moderation.queries.waiting import Waiting

__all__ = [
    "Verdict",
    "Waiting",
    "blocks_of",
    "case",
    "cases_of",
    "is_blocked",
    "newest_of",
    "queue",
    "rules_in_force",
    "rules_of",
    "standing",
    "verdicts",
    "waits",
]
