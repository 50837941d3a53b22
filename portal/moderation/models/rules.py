from peewee import CharField, DateField, DateTimeField, IntegerField, TextField

from portal.accounts.models import User
from portal.db import BaseModel, now, reference

BLOCK = "block"
"""The kind of case in which a block is appealed."""
OUTSIDE = 0
"""In the place of a workshop: what people write outside of them."""


class RulesVersion(BaseModel):
    """The rules of discussion as they stood from a moment on: of one workshop, by its
    id, or of the whole site. The newest of each is in force."""

    workshop = IntegerField(null=True)
    number = IntegerField()
    made_at = DateTimeField(default=now)
    made_by = reference(User, null=True, on_delete="SET NULL")

    class Meta:
        indexes = ((("workshop", "number"), True),)


class RulesText(BaseModel):
    """Rules in one language, in Markdown."""

    version = reference(RulesVersion, on_delete="CASCADE", backref="texts")
    language = CharField(max_length=2)
    body = TextField()

    class Meta:
        indexes = ((("version", "language"), True),)


class Block(BaseModel):
    """An author who may not write in one workshop, or outside of them, until after a
    day. `author` is a key such as `participant:12`; `case_id` what gave cause to
    it."""

    author = CharField(max_length=40)
    workshop = IntegerField()
    until = DateField()
    case_id = IntegerField()
    reason = CharField(max_length=20)
    blocked_by = reference(User, null=True, on_delete="SET NULL")
    blocked_at = DateTimeField(default=now)
    lifted_at = DateTimeField(null=True)

    class Meta:
        indexes = ((("author", "workshop"), False),)
