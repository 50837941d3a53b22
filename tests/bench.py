"""Speed of the pages that matter most, as ratios: `make bench`.

Each page is asked of the portal and of a bare Flask application in turns, in one
process and without a network. The bare one has the same templates and routes, but
no hooks, no database and no query: what it draws was read before.
"""

import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from gc import collect
from operator import truediv
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any

import click
from flask import Flask, render_template, template_rendered
from playhouse.test_utils import count_queries
from werkzeug.test import EnvironBuilder

from portal import create_app
from portal.cli import runner
from portal.config import Config
from portal.db import database
from portal.demo import actions as demo
from portal.directory.models import Service
from portal.exchange.actions import import_general_descriptions
from portal.vocabulary import actions as vocabulary_actions
from portal.workshops.models import Workshop
from tests.conftest import REAL_DATA, database_url
from tests.factories import take_seat

ROUNDS = 60
CALLS = 3
WARM_UP = 3
BOARD = "service-bus-stops"
OWN_TO_A_REQUEST = {"request", "session", "g", "current_user"}
SETTINGS = {"SECRET_KEY": "a key for the bench only", "DEMO": True}

Wsgi = Callable[..., Any]


@dataclass(frozen=True)
class Page:
    name: str
    path: str
    cookie: str = ""

    def environ(self, **headers: str) -> dict[str, Any]:
        if self.cookie:
            headers["Cookie"] = self.cookie
        return EnvironBuilder(path=self.path, headers=headers).get_environ()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = database_url("bench", Path(folder))
        app = create_app(Config(DATABASE_URL=url, **SETTINGS))
        click.echo(f"{type(database.obj).__name__}, {fill()} services")
        board = f"/fi/workshops/{BOARD}/board"
        pages = [
            Page("services", "/fi/services"),
            Page("services, search", "/fi/services?q=vuokra"),
            Page("card", "/fi/services/debt-counselling"),
            Page("board, visitor", board),
            Page("board, participant", board, cookie_of_participant(app)),
        ]
        click.echo(
            f"{'page':20}{'portal':>10}{'bare':>10}{'ratio':>7}{'middle half':>13}"
            f"{'queries':>9}{'bytes':>8}{'gzip':>7}"
        )
        for page in pages:
            click.echo(measured(app, url, page))
        database.obj.close_all()


def fill() -> int:
    """The demo region and, where they are, the national descriptions."""
    path = REAL_DATA / "ptv" / "general-descriptions" / "gd.json"
    with database.connection_context():
        runner().up()
        vocabulary_actions.load_files()
        demo.load()
        if path.exists():
            import_general_descriptions(json.loads(path.read_text("utf-8-sig")))
        return Service.select().count()


def cookie_of_participant(app: Flask) -> str:
    with database.connection_context():
        workshop = Workshop.get(Workshop.slug == BOARD)
        client, _participant = take_seat(app, workshop)
    return f"session={client.get_cookie('session').value}"


def measured(app: Flask, url: str, page: Page) -> str:
    """Ask both for the page in turns; one line of the table."""
    bare_page = bare(url, *drawn_from(app, page))
    asked, plain = page.environ(), Page(page.name, page.path).environ()
    for _ in range(WARM_UP):
        whole, same = call(app.wsgi_app, asked), call(bare_page, plain)
    if len(whole) != len(same):
        raise click.ClickException(f"{page.name}: the bare page is another one.")
    with database.connection_context(), count_queries() as queries:
        call(app.wsgi_app, asked)
    packed = call(app.wsgi_app, page.environ(**{"Accept-Encoding": "gzip"}))
    ours, theirs = [], []
    collect()
    for _ in range(ROUNDS):
        ours.append(seconds(app.wsgi_app, asked))
        theirs.append(seconds(bare_page, plain))
    low, middle, high = quantiles(map(truediv, ours, theirs), n=4)
    return (
        f"{page.name:20}{median(ours) * 1000:7.2f} ms{median(theirs) * 1000:7.2f} ms"
        f"{middle:7.2f}{low:8.2f}–{high:.2f}"
        f"{queries.count:9}{len(whole):8}{len(packed):7}"
    )


def drawn_from(app: Flask, page: Page) -> tuple[str, str, dict[str, Any]]:
    """The endpoint and the template of a page, and all that it is drawn from."""
    drawn = []
    with template_rendered.connected_to(lambda _app, **what: drawn.append(what), app):
        call(app.wsgi_app, page.environ())
    context = drawn[-1]["context"]
    data = {
        name: value for name, value in context.items() if name not in OWN_TO_A_REQUEST
    }
    return context["request"].endpoint, drawn[-1]["template"].name, data


def bare(url: str, endpoint: str, template: str, data: dict[str, Any]) -> Wsgi:
    """Flask alone: our routes and templates, none of our hooks, one view."""
    app = create_app(Config(DATABASE_URL=url, **SETTINGS))
    for hooks in (
        app.before_request_funcs,
        app.after_request_funcs,
        app.teardown_request_funcs,
    ):
        hooks.clear()
    app.view_functions[endpoint] = lambda **_values: render_template(template, **data)
    return partial(Flask.wsgi_app, app)


def seconds(wsgi: Wsgi, environ: dict[str, Any]) -> float:
    """How long one of a few calls took."""
    start = perf_counter()
    for _ in range(CALLS):
        call(wsgi, environ)
    return (perf_counter() - start) / CALLS


def call(wsgi: Wsgi, environ: dict[str, Any]) -> bytes:
    """One answer, read to its end."""
    answer = wsgi(dict(environ), lambda *_: None)
    body = b"".join(answer)
    if hasattr(answer, "close"):
        answer.close()
    return body


if __name__ == "__main__":
    main()
