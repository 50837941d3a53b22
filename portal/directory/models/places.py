from peewee import (
    BooleanField,
    CharField,
    SmallIntegerField,
    TextField,
)
from playhouse.fields import EnumField

from portal.db import BaseModel, reference
from portal.directory.models.known import Known
from portal.directory.models.services import Service
from portal.vocabulary.models import Term


class Place(BaseModel):
    """Where services are given. A protected place has no address here at all."""

    slug = CharField(unique=True, max_length=120)
    area = reference(Term, on_delete="RESTRICT")
    postal_code = CharField(max_length=10, default="")
    protected = BooleanField(default=False)
    step_free = EnumField(Known, max_length=10, default=Known.UNKNOWN)


class PlaceText(BaseModel):
    place = reference(Place, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    name = CharField(max_length=200)
    street = CharField(max_length=200, default="")
    arrival = TextField(default="")

    class Meta:
        indexes = ((("place", "language"), True),)


class ServiceAtPlace(BaseModel):
    """A service given at a place, with hours of its own."""

    service = reference(Service, on_delete="CASCADE", backref="places")
    place = reference(Place, on_delete="CASCADE")
    appointment = BooleanField(default=False)

    class Meta:
        indexes = ((("service", "place"), True),)


class OpeningHours(BaseModel):
    """Weekly hours: weekday 0 is Monday, times are minutes from midnight, and
    1440 is the midnight that ends the day."""

    service_at_place = reference(ServiceAtPlace, on_delete="CASCADE", backref="hours")
    weekday = SmallIntegerField(index=True)
    opens = SmallIntegerField()
    closes = SmallIntegerField()
