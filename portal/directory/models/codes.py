from peewee import CharField

from portal.db import BaseModel


class CodeName(BaseModel):
    """What a code of somebody else's list is called in one language, by the list."""

    uri = CharField(max_length=200)
    language = CharField(max_length=2)
    label = CharField(max_length=200)

    class Meta:
        indexes = ((("uri", "language"), True),)
