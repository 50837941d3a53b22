from enum import StrEnum

from peewee import CharField, SmallIntegerField, TextField
from playhouse.fields import EnumField

from portal.db import BaseModel, reference
from portal.directory.models.known import Known
from portal.directory.models.services import Service


class ChannelKind(StrEnum):
    """A way to a service besides its phone, its e-mail and its places."""

    ONLINE = "online"
    CHAT = "chat"
    VIDEO = "video"
    FORM = "form"
    SMS = "sms"
    POST = "post"
    WEB = "web"


class Channel(BaseModel):
    """`contact` is an address of the web, a number or a postal address, as the kind
    demands; `identification` tells whether bank codes or the like are needed."""

    service = reference(Service, on_delete="CASCADE", backref="channels")
    position = SmallIntegerField()
    kind = EnumField(ChannelKind, max_length=10)
    contact = CharField(max_length=500, default="")
    identification = EnumField(Known, max_length=10, default=Known.UNKNOWN)


class ChannelText(BaseModel):
    channel = reference(Channel, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    name = CharField(max_length=200)
    note = TextField(default="")

    class Meta:
        indexes = ((("channel", "language"), True),)
