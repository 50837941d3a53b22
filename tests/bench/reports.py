"""How fast reports are gathered and phenomena read, where there are very many."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from flask import Flask
from playhouse.test_utils import count_queries

from portal.cli import runner
from portal.db import database, insert_all, now
from portal.permissions import Role
from portal.reports.actions.counting import count
from portal.reports.actions.gathering import gather, join
from portal.reports.actions.phenomena import create, set_public
from portal.reports.models import Frequency, Phenomenon, Report, ReportState, Sort
from portal.vocabulary import actions as vocabulary_actions
from portal.vocabulary.queries import vocabulary
from tests.bench.calls import Page, anew, call, portal, seconds
from tests.bench.inventories import make_area
from tests.conftest import database_url
from tests.factories import make_user, sign_in

REPORTS, LARGE, PHENOMENA = 100_000, 5000, 40
IN_EACH = 500
AREAS = 12
ROWS_AT_ONCE = 500
TIMES = 9
MOST_MS = 300
WORDS = "Ihmiset kertovat saman asian monta kertaa, ja osa jättää tulematta. "


def lines(folder: Path) -> Iterator[str]:
    app = portal(database_url("reports", folder))
    with app.app_context(), database.connection_context():
        runner().up()
        vocabulary_actions.load_files()
        slug = filled()
        client = sign_in(app, make_user(Role.COORDINATOR))
    cookie = f"session={client.get_cookie('session').value}"
    yield f"{type(database.obj).__name__}, {REPORTS} reports, {PHENOMENA} phenomena"
    screen = "/fi/reports/gathering"
    for page in (
        Page("landing", "/fi/reports"),
        Page(f"phenomenon of {LARGE}", f"/fi/phenomena/{slug}"),
        Page("  its table", f"/fi/phenomena/{slug}.csv"),
        Page("  its reports", f"/fi/phenomena/{slug}/reports", cookie),
        Page("gathering", screen, cookie),
        Page("  by need and place", f"{screen}?need=housing&area=area-3", cookie),
        Page("  by words", f"{screen}?q=kukaties", cookie),
        Page("  the last page", f"{screen}?page=99999", cookie),
    ):
        yield drawn(app, page)
    with database.connection_context():
        yield from moves()
    database.obj.close_all()


def drawn(app: Flask, page: Page) -> str:
    asked, ask = page.environ(), anew(app)
    whole = call(ask, asked)
    with database.connection_context(), count_queries() as queries:
        call(ask, asked)
    middle = median(seconds(ask, asked) for _time in range(TIMES)) * 1000
    return (
        f"{page.name:22}{middle:>8.0f} ms{queries.count:>6} statements"
        f"{len(whole):>10} bytes    at most {MOST_MS} ms"
    )


def moves() -> Iterator[str]:
    large, small = Phenomenon.select().order_by(Phenomenon.id).limit(2)
    some = [
        row.id for row in Report.select().where(Report.phenomenon.is_null()).limit(25)
    ]
    start = perf_counter()
    gather(some, large.id, by=None, batch="some")
    middle = perf_counter()
    join(large.id, small.id, by=None, batch="all")
    end = perf_counter()
    yield f"{'gather 25 reports':22}{(middle - start) * 1000:>8.0f} ms"
    yield f"{f'join {LARGE} reports':22}{(end - middle) * 1000:>8.0f} ms"


def filled() -> str:
    """Most reports wait; one phenomenon is large. The slug of that one."""
    areas = [make_area(number) for number in range(AREAS)]
    words = vocabulary()
    needs, groups = (list(words.of(scheme).values()) for scheme in ("need", "group"))
    with database.atomic():
        made = [
            create({"text/fi/title": f"Ilmiö {at}: {WORDS}"}, by=None, slug=f"p-{at}")
            for at in range(PHENOMENA)
        ]
        for one in made:
            set_public(one.id, wanted=True)
        sizes = [LARGE, *([IN_EACH] * (PHENOMENA - 1))]
        gathered = [
            one.id for one, n in zip(made, sizes, strict=True) for _ in range(n)
        ]
        where = [*gathered, *([None] * (REPORTS - len(gathered)))]
        begin = now()
        rows = [
            {
                "number": f"{at:06}",
                "submission": f"{at}",
                "sort": list(Sort)[at % 3],
                "frequency": list(Frequency)[at % 3],
                "need": needs[at % len(needs)].id,
                "group": groups[at % len(groups)].id,
                "area": areas[at * 7 % len(areas)].id,
                "seen": WORDS * 3,
                "language": "fi",
                "voice": "staff",
                "state": ReportState.DE_IDENTIFIED,
                "phenomenon": phenomenon,
                "received_at": begin - timedelta(minutes=8 * at),
            }
            for at, phenomenon in enumerate(where)
        ]
        for start in range(0, len(rows), ROWS_AT_ONCE):
            insert_all(Report, rows[start : start + ROWS_AT_ONCE])
        count([one.id for one in made])
    return made[0].slug
