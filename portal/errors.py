"""When something can't be done: a page that says what to do, and that gives
back what the person wrote."""

import logging
from http import HTTPStatus

from flask import Flask, g, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from portal.web import SAFE_METHODS, request, see_other

log = logging.getLogger(__name__)

SECRET_FIELDS = {"password", "code", "recovery"}
# Fields that are chosen and not written, in any form, are called so.
PICKED = "pick_"
CHOICES = {
    "about",
    "answer_language",
    "asks_reader",
    "before",
    "decision",
    "done",
    "edition",
    "from",
    "instead",
    "language",
    "next",
    "outcome",
    "phase",
    "public",
    "reason",
    "respondents",
    "state",
    "submission",
    "team",
    "thing",
    "verdict",
    "version",
    "voice",
    "wanted",
}
OWN_PAGE = {400, 401, 403, 404, 405, 409, 413, 422, 429}


class Refused(Exception):  # noqa: N818  a refusal, not a fault
    """The request is understood and allowed, but can't be done as things stand."""

    def __init__(self, message: str, status: int = HTTPStatus.CONFLICT) -> None:
        super().__init__(message)
        self.message = message
        self.status = status


def held() -> list[tuple[str, str]]:
    """What the person wrote, field by field, to be given back to them."""
    if request.method in SAFE_METHODS:
        return []
    return [
        (name, value)
        for name, value in request.form.items(multi=True)
        if name not in SECRET_FIELDS
    ]


def is_written(name: str, value: str) -> bool:
    """Whether a value is somebody's words, and not what a button or a choice sent.
    What stands before a dash tells one of many small forms from another."""
    own = name.rpartition("-")[2]
    return bool(value) and own not in CHOICES and not own.startswith(PICKED)


def page(status: int, message: str = "") -> tuple[str, int, dict[str, str]]:
    own = status if status in OWN_PAGE else 500
    # A forged post must not come back as a form one may send again.
    kept = [] if own in {400, 413} or g.get("forged") else held()
    if own != HTTPStatus.UNAUTHORIZED:
        kept = [field for field in kept if is_written(*field)]
    html = render_template(
        "errors/page.html",
        status=own,
        message=message,
        held=kept,
        is_written=is_written,
    )
    # htmx asked for a fragment and gets a page: it takes the place of the whole.
    whole = {"HX-Retarget": "body", "HX-Reswap": "innerHTML"} if request.htmx else {}
    if kept:
        whole["Cache-Control"] = "no-store"
    return html, status, whole


def on_http(error: HTTPException) -> ResponseReturnValue:
    status = error.code or 500
    if status == HTTPStatus.UNAUTHORIZED and (
        request.method in SAFE_METHODS or (request.htmx and not held())
    ):
        here = request.full_path.rstrip("?") if request.method == "GET" else ""
        return see_other(url_for("accounts.sign_in", next=here or None))
    if status < HTTPStatus.BAD_REQUEST:
        return error.get_response()
    more = {
        name: value for name, value in error.get_headers() if name != "Content-Type"
    }
    html, status, whole = page(status)
    return html, status, {**more, **whole}


def on_refused(error: Refused) -> ResponseReturnValue:
    return page(error.status, error.message)


def on_fault(error: Exception) -> ResponseReturnValue:
    log.error("%s %s failed", request.method, request.path, exc_info=error)
    return page(500)


def init_app(app: Flask) -> None:
    app.register_error_handler(HTTPException, on_http)
    app.register_error_handler(Refused, on_refused)
    app.register_error_handler(Exception, on_fault)
