from peewee import (
    BlobField,
    CharField,
    DateTimeField,
    IntegerField,
    SmallIntegerField,
)

from portal.accounts.models import User
from portal.db import BaseModel, now, reference
from portal.practices.models.practices import Practice


class PracticeFile(BaseModel):
    """A file beside a practice, checked when it came in; `size` is in bytes. Pictures
    are drawn anew; other kinds are only ever handed out as downloads."""

    practice = reference(Practice, on_delete="CASCADE", backref="files")
    name = CharField(max_length=160)
    media_type = CharField(max_length=80)
    size = IntegerField()
    digest = CharField(max_length=64)
    title = CharField(max_length=200)
    language = CharField(max_length=2)
    added_by = reference(User, null=True, on_delete="SET NULL")
    added_at = DateTimeField(default=now)
    # The last column: what stands after many bytes is slow to read.
    content = BlobField()

    class Meta:
        indexes = ((("practice", "digest"), True),)


class PracticeReference(BaseModel):
    """What a practice rests on: a study, a guide, an evaluation."""

    practice = reference(Practice, on_delete="CASCADE", backref="references")
    title = CharField(max_length=300)
    url = CharField(max_length=500, default="")
    year = SmallIntegerField(null=True)
    language = CharField(max_length=2)
    position = IntegerField(default=0)
