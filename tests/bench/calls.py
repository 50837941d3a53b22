"""Asking the portal for a page without a network, and Flask alone for the same page."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from time import perf_counter
from typing import Any

from flask import Flask, render_template, template_rendered
from werkzeug.test import EnvironBuilder

from portal import create_app
from portal.config import Config
from portal.db import database
from portal.freshness import drawn

CALLS = 3
OWN_TO_A_REQUEST = {"request", "session", "g", "current_user"}

Wsgi = Callable[..., Any]


@dataclass(frozen=True)
class Page:
    name: str
    path: str
    cookie: str = ""

    def environ(self, **headers: str) -> dict[str, Any]:
        if self.cookie:
            headers["Cookie"] = self.cookie
        path, _mark, query = self.path.partition("?")
        return EnvironBuilder(
            path=path, query_string=query, headers=headers
        ).get_environ()


def portal(url: str) -> Flask:
    return create_app(
        Config(DATABASE_URL=url, SECRET_KEY="a key for the bench only", DEMO=True)
    )


def anew(app: Flask) -> Wsgi:
    """The portal without the pages it keeps: it draws each one."""

    def ask(*given: Any) -> Any:
        drawn.pages.clear()
        return app.wsgi_app(*given)

    return ask


def bare(app: Flask, url: str, page: Page) -> Wsgi:
    """Flask alone: our routes and templates, none of our hooks, and one view that
    draws what was read before."""
    endpoint, template, data = drawn_from(app, page)
    plain = portal(url)
    for hooks in (
        plain.before_request_funcs,
        plain.after_request_funcs,
        plain.teardown_request_funcs,
    ):
        hooks.clear()

    def draw(**_values: object) -> str:
        # The rules beside a form are read while it is drawn.
        with database.connection_context():
            return render_template(template, **data)

    plain.view_functions[endpoint] = draw
    return partial(Flask.wsgi_app, plain)


def drawn_from(app: Flask, page: Page) -> tuple[str, str, dict[str, Any]]:
    """The endpoint and the template of a page, and all that it is drawn from."""
    found = []
    with template_rendered.connected_to(lambda _app, **what: found.append(what), app):
        call(anew(app), page.environ())
    context = found[-1]["context"]
    data = {
        name: value for name, value in context.items() if name not in OWN_TO_A_REQUEST
    }
    return context["request"].endpoint, found[-1]["template"].name, data


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
