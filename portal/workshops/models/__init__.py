"""The tables of workshops, by what they describe."""

from portal.workshops.models.participants import Invitation, Participant, Way
from portal.workshops.models.sessions import (
    Registration,
    RegistrationState,
    Session,
    SessionText,
)
from portal.workshops.models.workshops import (
    Entry,
    Facilitator,
    Phase,
    Template,
    Workshop,
    WorkshopArea,
    WorkshopText,
)

__all__ = [
    "Entry",
    "Facilitator",
    "Invitation",
    "Participant",
    "Phase",
    "Registration",
    "RegistrationState",
    "Session",
    "SessionText",
    "Template",
    "Way",
    "Workshop",
    "WorkshopArea",
    "WorkshopText",
]
