from enum import StrEnum

from peewee import CharField, DateTimeField, IntegerField
from playhouse.fields import EnumField

from portal.db import BaseModel


class LogEvent(StrEnum):
    OPENED = "opened"
    PUBLISHED = "published"
    RETURNED = "returned"
    HIDDEN = "hidden"
    MERGED = "merged"
    UPHELD = "upheld"
    CLOSED = "closed"
    MARKED_URGENT = "marked-urgent"
    UNMARKED_URGENT = "unmarked-urgent"
    SECOND_OPINION = "second-opinion"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    UNDONE = "undone"
    APPEALED = "appealed"
    FLAGGED = "flagged"
    ERASED = "erased"
    RULES_CHANGED = "rules-changed"


class LogEntry(BaseModel):
    """One line of the log that is only added to. It holds ids and reasons, no words.
    `actor` is the id of a user, or null where nobody of ours acted. `digest` is the
    SHA-256, in hex, of this line and the digest of the one before it."""

    number = IntegerField(unique=True)
    at = DateTimeField()
    event = EnumField(LogEvent, max_length=16)
    kind = CharField(max_length=20, default="")
    item_id = IntegerField(null=True)
    case_id = IntegerField(null=True)
    workshop = IntegerField(null=True)
    reason = CharField(max_length=20, default="")
    rules = IntegerField(null=True)
    actor = IntegerField(null=True)
    digest = CharField(max_length=64)

    class Meta:
        indexes = ((("case_id",), False),)
