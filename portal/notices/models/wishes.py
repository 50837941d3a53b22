from enum import StrEnum

from peewee import CharField, DateTimeField, SmallIntegerField
from playhouse.fields import EnumField

from portal.accounts.models import User
from portal.db import BaseModel, reference
from portal.notices.models.notices import Topic


class Pace(StrEnum):
    """How fast mail tells of something; in the portal everything is told at once."""

    IMMEDIATE = "immediate"
    DAILY = "daily"
    WEEKLY = "weekly"
    NONE = "none"


class Wish(BaseModel):
    """How fast a user wants mail about a topic, where they have chosen."""

    user = reference(User, on_delete="CASCADE", backref="wishes")
    topic = EnumField(Topic, max_length=12)
    pace = EnumField(Pace, max_length=10)

    class Meta:
        indexes = ((("user", "topic"), True),)


BOUNCED, ASKED = "bounced", "asked"


class MailBox(BaseModel):
    """The mail of a user: quiet from one local hour to another (0-23; equal hours mean
    no quiet), when digests last went, and since when and why no mail goes there any
    more: `stopped_why` is `bounced` or `asked`."""

    user = reference(User, unique=True, on_delete="CASCADE")
    quiet_from = SmallIntegerField(default=21)
    quiet_until = SmallIntegerField(default=7)
    daily_at = DateTimeField(null=True)
    weekly_at = DateTimeField(null=True)
    bounces = SmallIntegerField(default=0)
    stopped_at = DateTimeField(null=True)
    stopped_why = CharField(max_length=10, default="")
