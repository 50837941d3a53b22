"""huey keeps what is to run in our tables, on both engines."""

from datetime import datetime, timedelta

import pytest

from portal.db import database, now
from portal.jobs import Job, Often
from portal.jobs.models import Kept, Queued, Run, Scheduled
from portal.jobs.queue import Storage, queue


@pytest.fixture
def storage():
    return Storage("verstas", database=database.obj, create_tables=False)


def test_storage_gives_back_what_is_urgent_first(storage):
    storage.enqueue(b"slow", 0)
    storage.enqueue(b"urgent", 1)

    assert [storage.dequeue(), storage.dequeue(), storage.dequeue()] == [
        b"urgent",
        b"slow",
        None,
    ]


def test_storage_gives_back_what_was_put_off_when_its_time_has_come(storage):
    moment = datetime.fromisoformat("2026-11-22 10:00")
    storage.add_to_schedule(b"now", moment)
    storage.add_to_schedule(b"later", moment + timedelta(hours=1))

    assert [storage.read_schedule(moment), storage.read_schedule(moment)] == [
        [b"now"],
        [],
    ]
    assert Scheduled.select().count() == 1


def test_storage_keeps_and_counts(storage):
    storage.put_data("a", b"one")
    storage.put_data("a", b"two")

    assert [storage.incr("hits"), storage.incr("hits")] == [1, 2]
    assert storage.put_if_empty("a", b"three") is False
    assert (storage.peek_data("a"), Kept.select().count()) == (b"two", 1)


def test_queue_enqueues_what_is_due_and_runs_it(app, monkeypatch):
    job = Job("notices send", Often.MINUTE)
    monkeypatch.setattr("portal.jobs.queue.JOBS", {job.command: job})
    before = now() - timedelta(minutes=1)
    Run.create(
        command=job.command, turn=job.turn(before), began_at=before, ended_at=before
    )
    made = queue(app)

    for task in made.read_periodic(now()):
        made.enqueue(task)
    waiting = Queued.select().count()
    made.execute(made.dequeue())

    assert (waiting, Queued.select().count()) == (1, 0)
    assert Run.get_by_id(job.command).began_at > before
    assert made.read_periodic(now()) == []


def test_queue_runs_nothing_that_it_did_not_sign(app):
    made = queue(app)
    made.storage.enqueue(b"\x80\x04K\x01.:0123", 0)

    with pytest.raises(ValueError, match="mismatch"):
        made.dequeue()
