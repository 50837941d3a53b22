"""The tables of moderation, by what they describe."""

from portal.moderation.models.care import Care, CareNote
from portal.moderation.models.cases import (
    Case,
    Cause,
    Decision,
    Reason,
    Urgency,
)
from portal.moderation.models.flags import Flag, FlagReason
from portal.moderation.models.log import LogEntry, LogEvent
from portal.moderation.models.rules import (
    BLOCK,
    OUTSIDE,
    Block,
    RulesText,
    RulesVersion,
)

__all__ = [
    "BLOCK",
    "OUTSIDE",
    "Block",
    "Care",
    "CareNote",
    "Case",
    "Cause",
    "Decision",
    "Flag",
    "FlagReason",
    "LogEntry",
    "LogEvent",
    "Reason",
    "RulesText",
    "RulesVersion",
    "Urgency",
]
