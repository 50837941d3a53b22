from peewee import DateField, DateTimeField, TextField

from portal.accounts.models import User
from portal.db import BaseModel, now, reference


class Care(BaseModel):
    """How a moderator is to be spared: when they last took a pause, and the last day
    on which they want no heavy cases."""

    user = reference(User, unique=True, on_delete="CASCADE")
    paused_at = DateTimeField(null=True)
    spared_until = DateField(null=True)


class CareNote(BaseModel):
    """A moderator's note on how they are; nobody else ever sees it."""

    user = reference(User, on_delete="CASCADE", backref="care_notes")
    words = TextField()
    written_at = DateTimeField(default=now)
