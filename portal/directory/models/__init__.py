"""The tables of the directory, by what they describe."""

from portal.directory.models.channels import Channel, ChannelKind, ChannelText
from portal.directory.models.codes import CodeName
from portal.directory.models.hours import (
    OpeningException,
    OpeningHours,
    PhoneException,
    PhoneHours,
)
from portal.directory.models.known import Known
from portal.directory.models.organisations import (
    Organisation,
    OrganisationText,
    Team,
    TeamText,
)
from portal.directory.models.outreach import Stop, StopException, StopText
from portal.directory.models.places import (
    Calendar,
    Place,
    PlaceText,
    ServiceAtPlace,
    ServiceAtPlaceText,
)
from portal.directory.models.services import (
    CHANGES,
    KIND,
    Charge,
    EasyText,
    Origin,
    Service,
    ServiceCode,
    ServiceLaw,
    ServiceTag,
    ServiceText,
    ServiceVersion,
    TextState,
)
from portal.directory.models.unmet import UnmetNeed, UnmetSource

__all__ = [
    "CHANGES",
    "KIND",
    "Calendar",
    "Channel",
    "ChannelKind",
    "ChannelText",
    "Charge",
    "CodeName",
    "EasyText",
    "Known",
    "OpeningException",
    "OpeningHours",
    "Organisation",
    "OrganisationText",
    "Origin",
    "PhoneException",
    "PhoneHours",
    "Place",
    "PlaceText",
    "Service",
    "ServiceAtPlace",
    "ServiceAtPlaceText",
    "ServiceCode",
    "ServiceLaw",
    "ServiceTag",
    "ServiceText",
    "ServiceVersion",
    "Stop",
    "StopException",
    "StopText",
    "Team",
    "TeamText",
    "TextState",
    "UnmetNeed",
    "UnmetSource",
]
