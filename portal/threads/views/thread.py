"""One thread, told step by step."""

from flask import Response, abort, make_response
from flask.typing import ResponseReturnValue

from portal.freshness import kept
from portal.i18n import language
from portal.permissions import PUBLIC, Permission, access, can
from portal.threads.queries.effects import effects
from portal.threads.queries.links import graph
from portal.threads.queries.steps import steps
from portal.threads.queries.threads import Found
from portal.threads.queries.threads import thread as thread_with
from portal.threads.views import bp
from portal.web import NOT_KEPT, render


def found(slug: str) -> Found:
    """The thread, or 404 where it is not public and one may not edit it."""
    thread = thread_with(slug) or abort(404)
    if not thread.is_seen and not can(Permission.THREAD_EDIT):
        abort(404)
    return thread


@bp.get("/threads/<slug>")
@access(PUBLIC)
@kept()
def thread(slug: str) -> ResponseReturnValue:
    this = found(slug)
    told = steps(graph(), this.start, language())
    sensitive = any(step.is_sensitive for step in told)
    page = render(
        "threads/thread.html",
        thread=this,
        text=this.text(language()),
        steps=told,
        effects=effects(this.id),
        sensitive=sensitive,
    )
    return unseen(page) if sensitive else page


def unseen(page: str) -> Response:
    """It leads to a service that nobody is to know one has read of: kept nowhere."""
    response = make_response(page)
    response.headers.update(NOT_KEPT)
    return response
