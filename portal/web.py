"""How a view answers: a whole page, one fragment of it, a redirect, or no change."""

import re
from collections.abc import Callable
from hashlib import sha256
from http import HTTPStatus
from typing import Any, TypeVar
from urllib.parse import SplitResult, unquote_to_bytes, urlencode, urlsplit

from flask import Flask, abort, current_app, redirect, render_template
from flask import request as flask_request
from htmx_flask.requests import HtmxAwareRequest, HtmxHeaders
from werkzeug.exceptions import BadRequest
from werkzeug.routing import IntegerConverter, RequestRedirect
from werkzeug.urls import iri_to_uri
from werkzeug.wrappers import Response

from portal.db import LARGEST_ID

View = TypeVar("View", bound=Callable[..., Any])

SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}
FORM = "application/x-www-form-urlencoded"
NUL, NOT_UTF8 = "\x00", "\ufffd"
# Browsers take a backslash for a slash and pass over control characters.
MISREAD = re.compile(r"[\\\x00-\x1f\x7f]")
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
    "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
SECURITY_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
NOT_KEPT = {"Cache-Control": "no-store"}
"""Headers of what nobody keeps, and below, of what no search engine lists either."""
NOT_LISTED = {**NOT_KEPT, "X-Robots-Tag": "noindex"}
TWO_YEARS = "max-age=63072000; includeSubDomains"


class Htmx4Headers(HtmxHeaders):
    """htmx 4 names the target `tag#id` and says itself what it wants."""

    @property
    def target(self) -> str:
        return (self._headers.get("HX-Target") or "").rpartition("#")[2]

    @property
    def partial(self) -> bool:
        return self._headers.get("HX-Request-Type", "partial") == "partial"


class Request(HtmxAwareRequest):
    htmx: Htmx4Headers

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.htmx = Htmx4Headers(self.headers)


request: Request = flask_request  # type: ignore[assignment]


class DatabaseId(IntegerConverter):
    """A number no larger than a row's id can be; a larger one is not found."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max": LARGEST_ID, **kwargs})


def set_by_value(name: str = "wanted") -> bool:
    """The state that a form sets: 1 or 0. Anything else comes from no form of ours."""
    value = request.form.get(name)
    if value not in {"0", "1"}:
        abort(HTTPStatus.UNPROCESSABLE_ENTITY)
    return value == "1"


def wants(fragment: str) -> bool:
    """True if htmx asked for exactly this fragment of the page."""
    htmx = request.htmx
    whole_page = htmx.boosted or htmx.history_restore_request or not htmx.partial
    return bool(htmx) and not whole_page and htmx.target == fragment


def render(template: str, *, fragment: str = "", **context: object) -> str:
    """Render the page, or only its block `fragment` when htmx targets it."""
    if not (fragment and wants(fragment)):
        return render_template(template, **context)
    current_app.update_template_context(context)
    page = current_app.jinja_env.get_template(template)
    return "".join(page.blocks[fragment](page.new_context(context)))


def see_other(url: str) -> Response:
    """Redirect after a POST: 303, so that the browser follows with a GET. An
    htmx request leaves the page."""
    if request.htmx and not request.htmx.boosted:
        return current_app.response_class(headers={"HX-Redirect": iri_to_uri(url)})
    return redirect(url, code=303)


def parts_of(url: str) -> SplitResult:
    """The parts of an address; of one that can't be read, empty ones."""
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")


def local_path(url: str) -> str:
    """The address if it stays on this site, else nothing."""
    parts = parts_of(url)
    outside = parts.scheme or parts.netloc or not url.startswith("/")
    return "" if outside or url.startswith("//") or MISREAD.search(url) else url


def query_with(**changes: object) -> str:
    """The query of this request, with these values instead of its own."""
    values = request.args.copy()
    for name, value in changes.items():
        values[name] = str(value)
    return urlencode(list(values.items(multi=True)))


def tag(*parts: object) -> str:
    """A short name for one state of what is shown."""
    return sha256(repr(parts).encode()).hexdigest()[:20]


def takes(most_bytes: int) -> Callable[[View], View]:
    """Declare that a view takes a body of up to so many bytes, more than others."""

    def declare(view: View) -> View:
        view.takes = most_bytes  # type: ignore[attr-defined]
        return view

    return declare


def allow_size() -> None:
    view = current_app.view_functions.get(request.endpoint or "")
    if most_bytes := getattr(view, "takes", 0):
        request.max_content_length = most_bytes
        request.max_form_memory_size = most_bytes


def refuse_unreadable() -> None:
    """Refuse text that is not UTF-8, or that a database can't hold."""
    if isinstance(request.routing_exception, RequestRedirect):
        return
    urlencoded = [request.query_string]
    if request.mimetype == FORM:
        urlencoded.append(request.get_data())
    try:
        read = [unquote_to_bytes(part).decode() for part in urlencoded]
    except UnicodeDecodeError as error:
        raise BadRequest from error
    # These were decoded with a sign in the place of what is not UTF-8.
    replaced = [
        request.path,
        *([] if request.mimetype == FORM else request.form.values()),
    ]
    if any(NUL in text for text in read + replaced) or NOT_UTF8 in "".join(replaced):
        raise BadRequest


def secure(response: Response) -> Response:
    response.headers.extend(
        (name, value)
        for name, value in SECURITY_HEADERS.items()
        if name not in response.headers
    )
    if current_app.config["SESSION_COOKIE_SECURE"]:
        response.headers["Strict-Transport-Security"] = TWO_YEARS
    if response.mimetype == "text/html":
        response.vary.update(["Cookie", "HX-Request", "HX-Target"])
        response.headers.setdefault("Cache-Control", "private, no-cache")
    return response


def init_app(app: Flask) -> None:
    app.request_class = Request
    app.url_map.converters["id"] = DatabaseId
    app.jinja_env.globals["query_with"] = query_with
    app.before_request(allow_size)
    app.before_request(refuse_unreadable)
    app.after_request(secure)
