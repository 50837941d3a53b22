"""When something can be reached: weekly hours, and the days that differ."""

from peewee import DateField, SmallIntegerField

from portal.db import BaseModel, reference
from portal.directory.models.places import ServiceAtPlace
from portal.directory.models.services import Service


class WeeklyHours(BaseModel):
    """Open on one weekday, 0 is Monday. Times are minutes from that day's midnight;
    `closes` over 1440 is on the next day. `every_weeks` counts from the week of
    `valid_from`; both ends of the season are days on which it holds."""

    weekday = SmallIntegerField(index=True)
    opens = SmallIntegerField()
    closes = SmallIntegerField()
    valid_from = DateField(null=True)
    valid_until = DateField(null=True)
    every_weeks = SmallIntegerField(default=1)


class DifferentDays(BaseModel):
    """From `first_on` to `last_on` the weekly hours do not hold: closed when `opens`
    is null, else open at these times."""

    first_on = DateField()
    last_on = DateField()
    opens = SmallIntegerField(null=True)
    closes = SmallIntegerField(null=True)


class OpeningHours(WeeklyHours):
    """Of a service at a place."""

    service_at_place = reference(ServiceAtPlace, on_delete="CASCADE", backref="hours")


class OpeningException(DifferentDays):
    service_at_place = reference(ServiceAtPlace, on_delete="CASCADE")


class PhoneHours(WeeklyHours):
    """When a service answers its phone."""

    service = reference(Service, on_delete="CASCADE", backref="phone_hours")


class PhoneException(DifferentDays):
    service = reference(Service, on_delete="CASCADE")
