"""Speed of the pages that matter most, as ratios to a bare Flask page.

Each page is asked of the portal and of a bare Flask application in turns, in one
process. The portal draws each anew, but where the name of the line says otherwise.
"""

import json
from collections.abc import Iterator
from gc import collect
from operator import truediv
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import click
from flask import Flask
from playhouse.test_utils import count_queries
from werkzeug.wrappers import Response

from portal.cli import runner
from portal.db import database
from portal.demo import actions as demo
from portal.directory.models import Service
from portal.exchange.actions import import_general_descriptions
from portal.vocabulary import actions as vocabulary_actions
from portal.workshops.models import Workshop
from tests.bench.calls import Page, Wsgi, anew, bare, call, portal, seconds
from tests.conftest import REAL_DATA, database_url
from tests.factories import take_seat

ROUNDS = 60
WARM_UP = 3
BOARD = "service-bus-stops"
LIST = Page("services", "/fi/services")


def lines(folder: Path) -> Iterator[str]:
    url = database_url("bench", folder)
    app = portal(url)
    with app.app_context():
        services = fill()
    yield f"{type(database.obj).__name__}, {services} services"
    board = f"/fi/workshops/{BOARD}/board"
    yield (
        f"{'page':20}{'portal':>10}{'bare':>10}{'ratio':>7}{'middle half':>13}"
        f"{'queries':>9}{'bytes':>8}{'gzip':>7}"
    )
    for page in (
        LIST,
        Page("services, search", "/fi/services?q=vuokra"),
        Page("card", "/fi/services/debt-counselling"),
        Page("board, visitor", board),
        Page("board, participant", board, cookie_of_participant(app)),
    ):
        yield in_turns(page, anew(app), page.environ(), bare(app, url, page))
    yield kept(app, bare(app, url, LIST))
    yield unchanged(app, bare(app, url, LIST))
    database.obj.close_all()


def fill() -> int:
    """The demo region and, where they are, the national descriptions."""
    path = REAL_DATA / "ptv" / "general-descriptions" / "gd.json"
    with database.connection_context():
        runner().up()
        vocabulary_actions.load_files()
        vocabulary_actions.load_concepts()
        demo.load()
        if path.exists():
            import_general_descriptions(json.loads(path.read_text("utf-8-sig")))
        return Service.select().count()


def cookie_of_participant(app: Flask) -> str:
    with database.connection_context():
        workshop = Workshop.get(Workshop.slug == BOARD)
        client, _participant = take_seat(app, workshop)
    return f"session={client.get_cookie('session').value}"


def kept(app: Flask, plain: Wsgi) -> str:
    """The list as it was drawn before."""
    page = Page("services, kept", LIST.path)
    return in_turns(page, app.wsgi_app, page.environ(), plain)


def unchanged(app: Flask, plain: Wsgi) -> str:
    """The list asked again by who has it. Once in five minutes it is drawn anew: then
    all is measured again."""
    page = Page("services, 304", LIST.path)
    known = Response.from_app(app.wsgi_app, page.environ()).headers["ETag"]
    again = page.environ(**{"If-None-Match": known})
    line = in_turns(page, app.wsgi_app, again, plain)
    still = Response.from_app(app.wsgi_app, again).status_code == 304
    return line if still else unchanged(app, plain)


def in_turns(page: Page, ours: Wsgi, asked: dict[str, Any], bare_page: Wsgi) -> str:
    """Ask both for the page in turns; one line of the table."""
    plain = Page(page.name, page.path).environ()
    for _ in range(WARM_UP):
        whole, same = call(ours, asked), call(bare_page, plain)
    if whole and len(whole) != len(same):
        raise click.ClickException(f"{page.name}: the bare page is another one.")
    with database.connection_context(), count_queries() as queries:
        call(ours, asked)
    packed = call(ours, {**asked, "HTTP_ACCEPT_ENCODING": "gzip"})
    collect()
    pairs = [(seconds(ours, asked), seconds(bare_page, plain)) for _ in range(ROUNDS)]
    our_times, bare_times = zip(*pairs, strict=True)
    low, middle, high = quantiles(map(truediv, our_times, bare_times), n=4)
    return (
        f"{page.name:20}{median(our_times) * 1000:7.2f} ms"
        f"{median(bare_times) * 1000:7.2f} ms"
        f"{middle:7.2f}{low:8.2f}–{high:.2f}"
        f"{queries.count:9}{len(whole):8}{len(packed):7}"
    )
