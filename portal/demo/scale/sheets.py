"""The tables that a service is written in."""

from itertools import count

from portal.demo.scale.tables import Sheet, count_on, first_free
from portal.directory.models import (
    Channel,
    ChannelText,
    OpeningHours,
    PhoneHours,
    Service,
    ServiceAtPlace,
    ServiceTag,
    ServiceText,
)

SERVICE = (
    "id",
    "slug",
    "origin",
    "twin_key",
    "organisation",
    "team",
    "assessment",
    "recorded",
    "name_asked",
    "told",
    "charge",
    "phone",
    "sensitive",
    "checked_on",
)
TEXT = ("name", "summary", "audience", "situations", "description")
TIMES = ("weekday", "opens", "closes")
CHANNEL = ("id", "service", "position", "kind", "contact", "identification")


class Sheets:
    """A sheet for each table, in the order in which they can be written."""

    def __init__(self) -> None:
        self.services = Sheet(Service, *SERVICE)
        self.texts = Sheet(ServiceText, "service", "language", *TEXT)
        self.tags = Sheet(ServiceTag, "service", "term")
        self.given = Sheet(ServiceAtPlace, "id", "service", "place", "appointment")
        self.hours = Sheet(OpeningHours, "service_at_place", *TIMES)
        self.phone_hours = Sheet(PhoneHours, "service", *TIMES)
        self.channels = Sheet(Channel, *CHANNEL)
        self.channel_texts = Sheet(ChannelText, "channel", "language", "name")
        self.given_ids = count(first_free(ServiceAtPlace)).__next__
        self.channel_ids = count(first_free(Channel)).__next__

    def write(self) -> None:
        for sheet in (
            self.services,
            self.texts,
            self.tags,
            self.given,
            self.hours,
            self.phone_hours,
            self.channels,
            self.channel_texts,
        ):
            sheet.write()

    @staticmethod
    def count_on() -> None:
        for model in (Service, ServiceAtPlace, Channel):
            count_on(model)
