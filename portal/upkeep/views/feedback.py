"""Saying that something is wrong, and following what comes of it."""

from http import HTTPStatus

from flask import abort, make_response, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from portal import limits
from portal.directory.queries.named import Named
from portal.i18n import language
from portal.permissions import PUBLIC, access
from portal.search.queries import LONGEST_QUESTION
from portal.text import tidy
from portal.upkeep.actions.feedback import receive
from portal.upkeep.forms.feedback import FeedbackForm, SearchFeedbackForm
from portal.upkeep.queries import feedback as queries
from portal.upkeep.queries.closed import closed_for
from portal.upkeep.queries.feedback import Told
from portal.upkeep.views import bp
from portal.web import NOT_LISTED, render, request, see_other

UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY


@bp.get("/services/<slug>/feedback")
@access(PUBLIC)
def feedback(slug: str) -> ResponseReturnValue:
    service, told = queries.of_service(slug, language()) or abort(404)
    return show(service, told, FeedbackForm())


@bp.post("/services/<slug>/feedback")
@access(PUBLIC)
def send_feedback(slug: str) -> ResponseReturnValue:
    service, told = queries.of_service(slug, language()) or abort(404)
    form = FeedbackForm.read()
    if not form.validate():
        return show(service, told, form), UNPROCESSABLE
    return take_in(service.id, form)


@bp.get("/feedback")
@access(PUBLIC)
def feedback_on_search() -> ResponseReturnValue:
    question = " ".join(tidy(request.args.get("q")).split())[:LONGEST_QUESTION]
    form = SearchFeedbackForm(data={"question": question})
    return render("upkeep/feedback_on_search.html", form=form)


@bp.post("/feedback")
@access(PUBLIC)
def send_feedback_on_search() -> ResponseReturnValue:
    form = SearchFeedbackForm.read()
    if not form.validate():
        return render("upkeep/feedback_on_search.html", form=form), UNPROCESSABLE
    return take_in(None, form)


@bp.get("/feedback/<code>")
@access(PUBLIC)
def followed(code: str) -> ResponseReturnValue:
    limits.allow(limits.FOLLOW)
    told = queries.followed(code.upper(), language())
    if told is None:
        limits.count_failure(limits.FOLLOW)
        abort(404)
    html = render(
        "upkeep/feedback_followed.html",
        told=told,
        closed_for=closed_for(told),
        code=code.upper(),
        sent="sent" in request.args,
    )
    return html, NOT_LISTED


def take_in(service_id: int | None, form: FeedbackForm) -> Response:
    """Store what was said, and on to its receipt. So many an hour from one address
    is enough."""
    limits.allow(limits.FEEDBACK)
    stored = receive(service_id, form.said)
    limits.count_failure(limits.FEEDBACK)
    return see_other(url_for("upkeep.followed", code=stored.code, sent=1))


def show(service: Named, told: list[Told], form: FeedbackForm) -> Response:
    page = render("upkeep/feedback.html", service=service, told=told, form=form)
    response = make_response(page)
    if service.sensitive:
        response.headers["Cache-Control"] = "no-store"
    return response
