"""What has run, and the four tables in which huey keeps what is to run."""

from peewee import (
    BlobField,
    CharField,
    CompositeKey,
    DateTimeField,
    FloatField,
    IntegerField,
    TimestampField,
)

from portal.db import BaseModel


class Run(BaseModel):
    """The last run of a job, in the turn that began at `turn`. Whoever writes it runs
    the job, whatever other processes do. `error` says how it failed."""

    command = CharField(primary_key=True, max_length=60)
    turn = DateTimeField()
    began_at = DateTimeField()
    ended_at = DateTimeField(null=True)
    error = CharField(max_length=300, default="")

    class Meta:
        table_name = "job_run"


class Queued(BaseModel):
    queue = CharField()
    data = BlobField()
    priority = FloatField(default=0.0)

    class Meta:
        table_name = "job_queued"


class Scheduled(BaseModel):
    queue = CharField()
    data = BlobField()
    timestamp = TimestampField(resolution=1000, default=None)

    class Meta:
        table_name = "job_scheduled"
        indexes = ((("queue", "timestamp"), False),)


class Kept(BaseModel):
    queue = CharField()
    key = CharField()
    value = BlobField()

    class Meta:
        table_name = "job_kept"
        primary_key = CompositeKey("queue", "key")


class Counted(BaseModel):
    queue = CharField()
    key = CharField()
    value = IntegerField()

    class Meta:
        table_name = "job_counted"
        primary_key = CompositeKey("queue", "key")
