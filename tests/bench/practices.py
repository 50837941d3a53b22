"""The library at a given size: how long questions, the list and the page of a change
take, how many statements, and how much memory its shelf is."""

import os
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from gc import collect
from pathlib import Path
from statistics import median
from time import perf_counter

from flask import Flask
from playhouse.test_utils import count_queries

from portal import ROOT
from portal.db import bump, database
from portal.practices.models import CHANGES
from portal.practices.queries.finding import Wish, find
from portal.practices.queries.shelf import Facet, Shelf, shelf
from tests.bench.calls import Page, anew, call, portal
from tests.bench.questions import FACETS, FILE
from tests.bench.search import Times, gather_statistics
from tests.conftest import database_url

PRACTICES = int(os.environ.get("BENCH_PRACTICES", "2000"))
ROUNDS = 5
QUESTION_MS, LIST_MS, MOST_STATEMENTS, MOST_MEGABYTES = 60, 60, 5, 20
NARROWED = (
    {Facet.THEME: ("money",)},
    {Facet.AREA: ("harju", "niemi"), Facet.STAGE: ("in-use",)},
    {Facet.EVIDENCE: ("some", "moderate", "strong"), Facet.LANGUAGE: ("sv",)},
    {Facet.NEED: ("housing",), Facet.GROUP: ("families",), Facet.THEME: ("home",)},
)
PAGES = (
    Page("list", "/fi/practices"),
    Page("list, last page", "/fi/practices?page=999999"),
    Page("list, question", "/fi/practices?q=velkaneuvonta"),
    Page("list, newest first", "/fi/practices?sort=newest&theme=money"),
)


def lines(folder: Path) -> Iterator[str]:
    url = database_url("bench_practices", folder / "practices")
    fill(url)
    app = portal(url)
    gather_statistics()
    yield f"{type(database.obj).__name__}, a library of {PRACTICES} practices"
    asked = [*questions(), *(("fi", Wish(chosen=chosen)) for chosen in NARROWED)]
    yield row("first answer, cold", in_request(app, "fi", Wish()) * 1000)
    yield row("shelf after a change", *after_change(app))
    told = [timed(app, language, wish) for language, wish in asked if wish.question]
    yield row("questions, p95", Times(told).p95 * 1000, f"{QUESTION_MS} ms at 20000")
    facets = [timed(app, "fi", wish) for _language, wish in asked if wish.chosen]
    yield row("facets alone, p95", Times(facets).p95 * 1000)
    for page in PAGES:
        yield drawn(app, page)
    with app.test_request_context(), database.connection_context():
        held = megabytes(shelf())
    yield f"{'memory of the shelf':24}{held:>9.1f} MB   at most {MOST_MEGABYTES} MB"
    database.obj.close_all()


def fill(url: str) -> None:
    environ = {"DATABASE_URL": url, "SECRET_KEY": "a key for the bench", "DEMO": "1"}
    command = ["flask", "demo", "scale", "0", "--practices", str(PRACTICES)]
    subprocess.run(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        env={**os.environ, **environ},
        stdout=sys.stderr,
        check=True,
    )


def questions() -> Iterator[tuple[str, Wish]]:
    for kind, by_language in tomllib.loads(FILE.read_text("utf-8")).items():
        if kind != FACETS:
            for language, texts in by_language.items():
                yield from ((language, Wish(text)) for text in texts)


def in_request(app: Flask, language: str, wish: Wish) -> float:
    """The seconds it took in a request of its own."""
    with app.test_request_context(), database.connection_context():
        start = perf_counter()
        find(wish, language)
        return perf_counter() - start


def timed(app: Flask, language: str, wish: Wish) -> float:
    in_request(app, language, wish)
    collect()
    return median(in_request(app, language, wish) for _ in range(ROUNDS))


def after_change(app: Flask) -> tuple[float, str]:
    """What reading it anew takes, and in how many statements."""
    times = []
    for _ in range(ROUNDS):
        with app.test_request_context(), database.connection_context():
            bump(CHANGES)
            with count_queries() as queries:
                start = perf_counter()
                shelf()
                times.append(perf_counter() - start)
    return median(times) * 1000, f"{queries.count} statements"


def drawn(app: Flask, page: Page) -> str:
    ours, environ = anew(app), page.environ()
    call(ours, environ)
    with database.connection_context(), count_queries() as queries:
        call(ours, environ)
    milliseconds = median(taken(ours, environ) for _ in range(ROUNDS)) * 1000
    statements = f"{queries.count} statements"
    aim = f"{LIST_MS} ms at 20000, {MOST_STATEMENTS} statements"
    return row(page.name, milliseconds, f"{statements:16}{aim}")


def taken(ours: Callable[..., object], environ: dict[str, object]) -> float:
    start = perf_counter()
    call(ours, environ)
    return perf_counter() - start


def megabytes(kept: Shelf) -> float:
    arrays = [kept.ids, kept.in_use, kept.on_trial]
    arrays += [kept.most_used, kept.newest, kept.changed]
    arrays += [bits for tagged in kept.tagged.values() for bits in tagged.bits.values()]
    return sum(array.nbytes for array in arrays) / 1e6


def row(name: str, milliseconds: float, rest: str = "") -> str:
    return f"{name:24}{milliseconds:>9.2f} ms   {rest}".rstrip()
