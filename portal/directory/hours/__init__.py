"""When something can be reached: rules of hours, and what they say at a moment."""

from portal.directory.hours.rules import Different, Rules, Weekly
from portal.directory.hours.status import State, Status, status
from portal.directory.hours.written import DAYS, Span, grouped, parsed

__all__ = [
    "DAYS",
    "Different",
    "Rules",
    "Span",
    "State",
    "Status",
    "Weekly",
    "grouped",
    "parsed",
    "status",
]
