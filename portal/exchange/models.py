from peewee import CharField, DateTimeField, ForeignKeyField, TextField

from portal.db import BaseModel, now
from portal.directory.models import Service


class SourceRecord(BaseModel):
    """A record as it came from its source, and the service made of it. The digest
    tells whether it has changed since."""

    source = CharField(max_length=60)
    source_id = CharField(max_length=100)
    service = ForeignKeyField(
        Service, lazy_load=False, on_delete="CASCADE", backref="sources"
    )
    raw = TextField()
    digest = CharField(max_length=64)
    imported_at = DateTimeField(default=now)

    class Meta:
        indexes = ((("source", "source_id"), True),)
