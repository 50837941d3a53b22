"""What a thread can lead through: each kind by the name that links know it by."""

from typing import NamedTuple

from portal.agreement.models import KIND as DEFINITION
from portal.ballots.models import POLL
from portal.groups.models import DECISION
from portal.pilots.models import KIND as PILOT
from portal.practices.models import KIND as PRACTICE
from portal.proposals.models import KIND as PROPOSAL
from portal.reports.models import KIND as PHENOMENON
from portal.reports.models import REPORT
from portal.workshops.queries import KIND as WORKSHOP

__all__ = [
    "ANSWER",
    "DECISION",
    "DEFINITION",
    "KINDS",
    "PHENOMENON",
    "PILOT",
    "POLL",
    "PRACTICE",
    "PROPOSAL",
    "REPORT",
    "SELECTION",
    "SERVICE_VERSION",
    "WORKSHOP",
    "End",
]

ANSWER = "answer"
SELECTION = "selection"
SERVICE_VERSION = "service-version"

KINDS = (
    REPORT,
    PHENOMENON,
    PROPOSAL,
    WORKSHOP,
    POLL,
    ANSWER,
    PILOT,
    SELECTION,
    PRACTICE,
    DECISION,
    DEFINITION,
    SERVICE_VERSION,
)


class End(NamedTuple):
    """A thing that a link begins or ends at."""

    kind: str
    id: int
