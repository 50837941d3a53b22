from enum import StrEnum

from peewee import CharField, DateTimeField, IntegerField, TextField
from playhouse.fields import EnumField

from portal.db import BaseModel, now


class Topic(StrEnum):
    """What a notice is about; one chooses for each how fast to hear of it."""

    REPLIES = "replies"
    ANSWERS = "answers"
    MODERATION = "moderation"
    PHASES = "phases"
    SESSIONS = "sessions"
    DUTIES = "duties"
    FOLLOWED = "followed"


class Notice(BaseModel):
    """Something that happened and concerns one person. `recipient` is a key such as
    `user:3` or `participant:12`. `event` says what happened to the thing of this kind
    and id; `facts` holds ids, dates and names of reasons as JSON, never words of
    people. The same `happening` is told to one person once. `mailed_at` is set, too,
    when it needs no mail any more: seen in the portal, or no mail wanted. `seat` is
    the id of the participant whom it concerns, also where their account is told: when
    they leave, it goes."""

    recipient = CharField(max_length=40)
    seat = IntegerField(null=True)
    topic = EnumField(Topic, max_length=12)
    event = CharField(max_length=40)
    kind = CharField(max_length=20)
    item_id = IntegerField()
    facts = TextField(default="{}")
    happening = CharField(max_length=80)
    happened_at = DateTimeField(default=now)
    seen_at = DateTimeField(null=True)
    mailed_at = DateTimeField(null=True)

    class Meta:
        indexes = (
            (("recipient", "happening"), True),
            (("recipient", "seen_at"), False),
            (("mailed_at", "recipient"), False),
            (("seat",), False),
            (("kind", "item_id"), False),
        )


class Follow(BaseModel):
    """Somebody wants to hear what comes of a thing."""

    recipient = CharField(max_length=40)
    kind = CharField(max_length=20)
    item_id = IntegerField()

    class Meta:
        indexes = (
            (("recipient", "kind", "item_id"), True),
            (("kind", "item_id"), False),
        )
