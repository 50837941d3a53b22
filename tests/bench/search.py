"""Search in a directory of a given size: how long, how many statements, how much
memory a worker takes."""

import os
import subprocess
import sys
from dataclasses import dataclass
from gc import collect
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from flask import Flask
from playhouse.pool import PooledSqliteDatabase
from playhouse.test_utils import count_queries

from portal import ROOT
from portal.db import database
from portal.directory.queries import finding
from portal.directory.queries.finding import Wish
from tests.bench.calls import Page, Wsgi, anew, bare, call, portal, seconds
from tests.bench.questions import FACETS, Asked, questions
from tests.bench.workers import Held, held
from tests.conftest import database_url

ROUNDS = 5
PAGES = (Page("list", "/fi/services"), Page("question", "/fi/services?q=vuokra"))
WARMING = Wish("neuvonta")


@dataclass(frozen=True)
class Times:
    """How long the questions took, in seconds."""

    seconds: list[float]

    @property
    def p50(self) -> float:
        return median(self.seconds)

    @property
    def p95(self) -> float:
        return quantiles(self.seconds, n=20, method="inclusive")[-1]


@dataclass(frozen=True)
class Measured:
    """`cold` is the first answer of a process; `new` are questions whose words it has
    not met."""

    services: int
    engine: str
    cold: float
    new: Times
    known: dict[str, Times]
    found: str
    statements: dict[str, int]
    worker: Held
    bare_page: float

    @property
    def search(self) -> Times:
        """All that ask something in words."""
        return Times(
            [taken for kind in self.kinds for taken in self.known[kind].seconds]
        )

    @property
    def kinds(self) -> list[str]:
        return [kind for kind in self.known if kind != FACETS]

    @property
    def facets(self) -> Times:
        return self.known[FACETS]


def measured(services: int, folder: Path) -> Measured:
    url = database_url(f"bench_{services}", folder / str(services))
    fill(url, services)
    app = portal(url)
    gather_statistics()
    cold, _found = timed(app, Asked("", "fi", Wish()))
    timed(app, Asked("", "fi", WARMING))
    asked = questions()
    new = [(one, timed(app, one)) for one in asked]
    statements = {page.name: statements_of(app, page) for page in PAGES}
    known, bare_page = in_rounds(app, asked, bare(app, url, PAGES[0]))
    result = Measured(
        services,
        type(database.obj).__name__,
        cold,
        Times([taken for one, (taken, _found) in new if one.wish.question]),
        known,
        f"{sum(found > 0 for _one, (_taken, found) in new)} of {len(new)}",
        statements,
        held(url, folder),
        bare_page,
    )
    database.obj.close_all()
    return result


def fill(url: str, services: int) -> None:
    """In a process of its own: what writing takes is no part of this one's memory."""
    environ = {"DATABASE_URL": url, "SECRET_KEY": "a key for the bench", "DEMO": "1"}
    subprocess.run(
        [sys.executable, "-m", "flask", "demo", "scale", str(services)],
        cwd=ROOT,
        env={**os.environ, **environ},
        stdout=sys.stderr,
        check=True,
    )


def gather_statistics() -> None:
    """What a running PostgreSQL does by itself within minutes."""
    if not isinstance(database.obj, PooledSqliteDatabase):
        with database.connection_context():
            database.execute_sql("ANALYZE")


def timed(app: Flask, asked: Asked) -> tuple[float, int]:
    """The seconds it took in a request of its own, and the number of services."""
    with app.test_request_context(), database.connection_context():
        start = perf_counter()
        found = finding.find(asked.wish, asked.language)
        return perf_counter() - start, found.services


def in_rounds(
    app: Flask, asked: list[Asked], bare_page: Wsgi
) -> tuple[dict[str, Times], float]:
    """By kind, the median of several times each question was asked again; and the
    median of the bare page, drawn in the same rounds."""
    rounds, bare_times = [], []
    for _ in range(ROUNDS):
        collect()
        rounds.append([timed(app, one)[0] for one in asked])
        bare_times += [seconds(bare_page, PAGES[0].environ()) for _ in range(ROUNDS)]
    found: dict[str, list[float]] = {}
    for one, *taken in zip(asked, *rounds, strict=True):
        found.setdefault(one.kind, []).append(median(taken))
    return {kind: Times(taken) for kind, taken in found.items()}, median(bare_times)


def statements_of(app: Flask, page: Page) -> int:
    """Of the page drawn anew, when it has been drawn before."""
    call(anew(app), page.environ())
    with database.connection_context(), count_queries() as queries:
        call(anew(app), page.environ())
    return queries.count
