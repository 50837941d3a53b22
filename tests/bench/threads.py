"""How long a thread of forty steps takes among five thousand links, and its list."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from statistics import median

from flask import Flask
from playhouse.test_utils import count_queries

from portal.accounts.models import Voice
from portal.cli import runner
from portal.db import bump, database, insert_all
from portal.proposals.models import Proposal, State
from portal.threads import things
from portal.threads.actions import threads as actions
from portal.threads.models import CHANGES, Outcome, ThreadLink
from portal.threads.things import End
from portal.vocabulary import actions as vocabulary_actions
from portal.workshops.models import Workshop
from tests.bench.calls import Page, anew, call, portal, seconds
from tests.conftest import database_url

LINKS, STEPS, THREADS = 5000, 40, 100
TIMES = 15
MOST_MS, MOST_BYTES = 60, 25_000
ROWS_AT_ONCE = 500
DAY = date(2024, 1, 1)
WORDS = "Kerroin koko tarinani viisi kertaa viidelle ihmiselle. Viidennellä jätin osan."


def lines(folder: Path) -> Iterator[str]:
    app = portal(database_url("threads", folder))
    with app.app_context(), database.connection_context():
        runner().up()
        vocabulary_actions.load_files()
        slug = filled()
    yield f"{type(database.obj).__name__}, {LINKS} links in chains of {STEPS}"
    for name, path in (("thread", f"/fi/threads/{slug}"), ("list", "/fi/threads")):
        yield drawn(app, Page(name, path))
    with app.test_request_context("/fi/"), database.connection_context():
        yield after_change(app, Page("thread, links changed", f"/fi/threads/{slug}"))
    database.obj.close_all()


def drawn(app: Flask, page: Page) -> str:
    asked, ask = page.environ(), anew(app)
    whole = call(ask, asked)
    with database.connection_context(), count_queries() as queries:
        call(ask, asked)
    middle = median(seconds(ask, asked) for _time in range(TIMES)) * 1000
    target = (
        f"at most {MOST_MS} ms, {MOST_BYTES} bytes" if page.name == "thread" else ""
    )
    return (
        f"{page.name:22}{middle:>8.0f} ms{queries.count:>6} statements"
        f"{len(whole):>10} bytes    {target}"
    ).rstrip()


def after_change(app: Flask, page: Page) -> str:
    """The first page after a link has changed reads all of them anew."""
    asked, ask = page.environ(), anew(app)
    times = []
    for _time in range(TIMES // 3):
        bump(CHANGES)
        times.append(seconds(ask, asked))
    return f"{page.name:22}{median(times) * 1000:>8.0f} ms"


def filled() -> str:
    """Chains of proposals, each of them come of the one before, and some threads."""
    with database.atomic():
        days = {
            f"{name}_until": DAY
            for name in ("gather", "group", "discuss", "vote", "answer")
        }
        workshop = Workshop.create(
            slug="large", code="LARGE1", opened_on=DAY, **days
        ).id
        proposals = [
            {
                "workshop": workshop,
                "voice": Voice.RESIDENT,
                "language": "fi",
                "state": State.PUBLISHED,
                "suggestion": f"Ehdotus {number}",
                "problem": WORDS,
                "submission": f"bench-{number}",
                "written_at": DAY + timedelta(days=number % STEPS * 20),
            }
            for number in range(LINKS + LINKS // (STEPS - 1))
        ]
        for begin in range(0, len(proposals), ROWS_AT_ONCE):
            insert_all(Proposal, proposals[begin : begin + ROWS_AT_ONCE])
        ids = [row.id for row in Proposal.select(Proposal.id).order_by(Proposal.id)]
        links = [
            {
                "kind": things.PROPOSAL,
                "item_id": one,
                "outcome": Outcome.LED_TO,
                "other_kind": things.PROPOSAL,
                "other_id": two,
            }
            for at, (one, two) in enumerate(pairwise(ids))
            if (at + 1) % STEPS
        ]
        for begin in range(0, len(links), ROWS_AT_ONCE):
            insert_all(ThreadLink, links[begin : begin + ROWS_AT_ONCE])
        starts = [key for at, key in enumerate(ids) if at % STEPS == 0][:THREADS]
        for key in starts:
            made = actions.create(
                End(things.PROPOSAL, key), f"Lanka {key}", "fi", slug=f"lanka-{key}"
            )
            actions.set_public(made.id, wanted=True)
    return f"lanka-{starts[0]}"
