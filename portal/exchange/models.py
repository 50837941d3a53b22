from peewee import CharField, DateTimeField, TextField

from portal.db import BaseModel, now, reference
from portal.directory.models import Service


class SourceRecord(BaseModel):
    """A record as it came from its source, and the service made of it. The digest
    tells whether it has changed since."""

    source = CharField(max_length=60)
    source_id = CharField(max_length=100)
    service = reference(Service, on_delete="CASCADE", backref="sources")
    content = TextField()
    digest = CharField(max_length=64)
    imported_at = DateTimeField(default=now)

    class Meta:
        indexes = ((("source", "source_id"), True),)
