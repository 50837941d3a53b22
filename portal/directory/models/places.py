from enum import StrEnum

from peewee import (
    BooleanField,
    CharField,
    TextField,
)
from playhouse.fields import EnumField

from portal.db import BaseModel, reference
from portal.directory.models.known import Known
from portal.directory.models.services import Service
from portal.vocabulary.models import Term


class Calendar(StrEnum):
    """Whose public holidays a place keeps."""

    FINLAND = "FI"
    ALAND = "AX"
    SWEDEN = "SE"


class Place(BaseModel):
    """Where services are given. A protected place has no address here at all."""

    slug = CharField(unique=True, max_length=120)
    area = reference(Term, on_delete="RESTRICT")
    postal_code = CharField(max_length=10, default="")
    protected = BooleanField(default=False)
    step_free = EnumField(Known, max_length=10, default=Known.UNKNOWN)
    calendar = EnumField(Calendar, max_length=2, default=Calendar.FINLAND)


class PlaceText(BaseModel):
    place = reference(Place, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    name = CharField(max_length=200)
    street = CharField(max_length=200, default="")
    arrival = TextField(default="")

    class Meta:
        indexes = ((("place", "language"), True),)


class ServiceAtPlace(BaseModel):
    """A service given at a place, with a phone and hours of its own."""

    service = reference(Service, on_delete="CASCADE", backref="places")
    place = reference(Place, on_delete="CASCADE")
    appointment = BooleanField(default=False)
    phone = CharField(max_length=40, default="")
    on_holidays = BooleanField(default=False)

    class Meta:
        indexes = ((("service", "place"), True),)


class ServiceAtPlaceText(BaseModel):
    """What holds for the service at this place only."""

    service_at_place = reference(ServiceAtPlace, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    note = TextField(default="")
    cost = TextField(default="")

    class Meta:
        indexes = ((("service_at_place", "language"), True),)
