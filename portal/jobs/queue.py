"""huey on our own database: its storage over our tables, its consumer over our jobs."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from flask import Flask
from huey.api import Huey
from huey.consumer import Consumer
from huey.contrib.sql_huey import SqlStorage
from huey.serializer import SignedSerializer
from peewee import Model

from portal.db import database
from portal.jobs import JOBS, Job, Often
from portal.jobs.models import Counted, Kept, Queued, Scheduled
from portal.jobs.runs import due, run

PURPOSE = "verstas.jobs"
WORKERS = 3
LOOK_SECONDS = 5
STOP_SECONDS = 30
SOON = 60


class Storage(SqlStorage):
    """Tables made by our migrations, not by huey."""

    def create_models(self) -> tuple[type[Model], ...]:
        return Kept, Scheduled, Queued, Counted


def queue(app: Flask) -> Huey:
    """The queue of these jobs. What it holds is signed: nobody who can only write into
    the database has us run something else."""
    signer = SignedSerializer(secret=app.config["SECRET_KEY"], salt=PURPOSE)
    made = Huey(
        "verstas",
        results=False,
        serializer=signer,
        storage_class=Storage,
        database=database.obj,
        create_tables=False,
    )
    for job in JOBS.values():
        made.periodic_task(
            whenever(job),
            name=job.command.replace(" ", "_"),
            priority=int(job.often is Often.MINUTE),
            expires=SOON,
        )(work(app, job))
    return made


def whenever(job: Job) -> Callable[[datetime], bool]:
    return lambda _moment: due(job)


def work(app: Flask, job: Job) -> Callable[[], Any]:
    """What huey calls. It wants a name and a module of it."""
    called = partial(run, app, job)
    called.__module__ = __name__
    called.__name__ = job.command  # type: ignore[attr-defined]
    return called


def consumer(app: Flask) -> Consumer:
    return queue(app).create_consumer(
        workers=WORKERS,
        max_delay=LOOK_SECONDS,
        scheduler_interval=LOOK_SECONDS,
        graceful_signal="TERM",
        shutdown_timeout=STOP_SECONDS,
    )
