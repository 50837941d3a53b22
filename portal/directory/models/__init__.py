"""The tables of the directory, by what they describe."""

from portal.directory.models.known import Known
from portal.directory.models.organisations import (
    Organisation,
    OrganisationText,
    Team,
    TeamText,
)
from portal.directory.models.places import (
    OpeningHours,
    Place,
    PlaceText,
    ServiceAtPlace,
)
from portal.directory.models.services import (
    CHANGES,
    KIND,
    Charge,
    Origin,
    Service,
    ServiceCode,
    ServiceLaw,
    ServiceTag,
    ServiceText,
)

__all__ = [
    "CHANGES",
    "KIND",
    "Charge",
    "Known",
    "OpeningHours",
    "Organisation",
    "OrganisationText",
    "Origin",
    "Place",
    "PlaceText",
    "Service",
    "ServiceAtPlace",
    "ServiceCode",
    "ServiceLaw",
    "ServiceTag",
    "ServiceText",
    "Team",
    "TeamText",
]
