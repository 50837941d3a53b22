"""Mail of many notices: how long it takes to make it, and how much memory."""

import logging
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import perf_counter

from peewee import chunked
from playhouse.pool import PooledSqliteDatabase

from portal.accounts.models import User, Voice
from portal.cli import runner
from portal.db import database, now
from portal.notices import events
from portal.notices.digests import gather
from portal.notices.models import Mail, MailBox, Notice, Topic
from tests.bench.calls import portal
from tests.conftest import database_url

SMALL = int(os.environ.get("BENCH_FEW_DIGESTS", "2000"))
LARGE = int(os.environ.get("BENCH_MANY_DIGESTS", "10000"))
NOTICES = 5
"""Of each reader, about three things."""
MOST_SECONDS = 60
GROWTH = 1.1
EVENT = "bench"
LANGUAGES = ("fi", "sv", "en")


@dataclass(frozen=True)
class Made:
    """Memory is the peak of the process in MB."""

    engine: str
    digests: int
    seconds: float
    statements: int
    memory_before: float
    memory_after: float


def lines(folder: Path) -> Iterator[str]:
    few, many = (apart(count, folder) for count in (SMALL, LARGE))
    yield f"{few.engine}, digests of {NOTICES} notices each"
    yield row("digests", f"{few.digests}", f"{many.digests}")
    yield row(
        "time",
        f"{few.seconds:.1f} s",
        f"{many.seconds:.1f} s",
        f"{MOST_SECONDS} s for 10000",
    )
    yield row("statements", f"{few.statements}", f"{many.statements}")
    yield row(
        "peak memory before",
        *(f"{one.memory_before:.0f} MB" for one in (few, many)),
    )
    yield row(
        "peak memory after",
        *(f"{one.memory_after:.0f} MB" for one in (few, many)),
        f"the same (within {GROWTH})",
    )


def row(name: str, small: str, large: str, target: str = "") -> str:
    return f"{name:24}{small:>12}{large:>12}   {target}".rstrip()


def apart(digests: int, folder: Path) -> Made:
    """In a process of its own, so that its memory is what one size takes; filled in
    another one."""
    url = database_url(f"bench_digests_{digests}", folder / f"digests-{digests}")
    for work in (fill, measured):
        with ProcessPoolExecutor(1, get_context("spawn")) as process:
            made = process.submit(work, digests, url).result()
    assert made is not None
    return made


def fill(readers: int, url: str) -> None:
    portal(url)
    with database.connection_context():
        runner().up()
        with database.atomic():
            for some in chunked(range(readers), 500):
                User.insert_many([user(number) for number in some]).execute()
        ids = [user.id for user in User.select(User.id)]
        with database.atomic():
            for some in chunked(ids, 200):
                # Nobody sleeps, whatever the hour.
                boxes = [dict(user=one, quiet_from=0, quiet_until=0) for one in some]
                MailBox.insert_many(boxes).execute()
                Notice.insert_many(
                    [notice(one, n) for one in some for n in range(NOTICES)]
                ).execute()


def user(number: int) -> dict[str, object]:
    return {
        "email": f"reader-{number}@verstas.example",
        "name": f"Reader {number}",
        "password_hash": "",
        "language": LANGUAGES[number % len(LANGUAGES)],
        "voice": Voice.RESIDENT,
    }


def notice(user_id: int, number: int) -> dict[str, object]:
    topics = (Topic.REPLIES, Topic.ANSWERS, Topic.FOLLOWED)
    return {
        "recipient": f"user:{user_id}",
        "topic": topics[number % len(topics)],
        "event": EVENT,
        "kind": "proposal",
        "item_id": number % 3 + 1,
        "happening": f"{EVENT}:{number}",
        "happened_at": now() - timedelta(days=8),
    }


def measured(digests: int, url: str) -> Made:
    app = portal(url)
    events.register(EVENT, Topic.REPLIES, told)
    with app.app_context(), database.connection_context():
        if not isinstance(database.obj, PooledSqliteDatabase):
            database.execute_sql("ANALYZE")
        before = peak_memory()
        with counted() as statements:
            start = perf_counter()
            made = gather()
            seconds = perf_counter() - start
        assert (made, Mail.select().count()) == (digests, digests)
    engine = type(database.obj).__name__
    return Made(engine, made, seconds, statements.count, before, peak_memory())


def told(notices: list[Notice]) -> dict[int, events.Told]:
    return {
        one.id: events.Told(
            "There are new words in the discussion of your proposal.",
            f"/en/proposals/{one.item_id}",
            f"A bench at every bus stop, number {one.item_id}",
            "fi",
        )
        for one in notices
    }


def peak_memory() -> float:
    return getrusage(RUSAGE_SELF).ru_maxrss / 1024


class Counter(logging.Handler):
    """Counts statements and, other than Peewee's own, keeps none of them."""

    count = 0

    def emit(self, _record: logging.LogRecord) -> None:
        self.count += 1


@contextmanager
def counted() -> Iterator[Counter]:
    log, counter = logging.getLogger("peewee"), Counter()
    level = log.level
    log.addHandler(counter)
    log.setLevel(logging.DEBUG)
    try:
        yield counter
    finally:
        log.removeHandler(counter)
        log.setLevel(level)
