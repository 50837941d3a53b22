"""Pages that stay the same until their content changes: an anonymous visitor is
answered that nothing has changed, or from what was drawn before."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from threading import Lock
from time import time
from typing import Any
from zlib import Z_BEST_SPEED as FASTEST
from zlib import compress, decompress

from flask import Response, current_app, make_response, session
from flask.typing import ResponseReturnValue

from portal.db import all_versions, ask_versions
from portal.web import request, tag

STANDS = 300
"""Seconds after which a page is drawn anew, counted by the clock: what is open
changes at full five minutes."""
MOST_BYTES = 4_000_000
"""Of pages, compressed: some 500 of them."""

View = Callable[..., ResponseReturnValue]


@dataclass(frozen=True)
class Page:
    """What a view answered, before anything was added for one visitor."""

    packed: bytes
    headers: list[tuple[str, str]]

    @property
    def body(self) -> bytes:
        return decompress(self.packed)


class Drawn:
    """The pages drawn last, by their tag."""

    def __init__(self) -> None:
        self.pages: OrderedDict[str, Page] = OrderedDict()
        self.lock = Lock()

    def get(self, name: str) -> Page | None:
        with self.lock:
            if name in self.pages:
                self.pages.move_to_end(name)
            return self.pages.get(name)

    def keep(self, name: str, page: Page) -> None:
        with self.lock:
            self.pages[name] = page
            while sum(len(kept.packed) for kept in self.pages.values()) > MOST_BYTES:
                self.pages.popitem(last=False)


drawn = Drawn()


def kept(*contents: str) -> Callable[[View], View]:
    """Keep what a view draws for anonymous visitors while these contents, or all that
    there are, have not changed: whoever has a session is answered by the view. What
    must not be stored is not."""

    def keeping(view: View) -> View:
        @wraps(view)
        def answer(**values: Any) -> ResponseReturnValue:
            if contents:
                versions = ask_versions(*contents)
            if session or request.method != "GET":
                return view(**values)
            if not contents:
                versions = all_versions()
            name = tag(
                current_app.config["SECRET_KEY"],
                request.host_url,
                request.full_path,
                sorted(header for header in request.headers if told_apart(*header)),
                sorted(versions.items()),
                int(time() // STANDS),
            )
            if request.if_none_match.is_weak(name):
                return tagged(Response(status=304), name)
            page = drawn.get(name)
            if page is not None:
                return tagged(Response(page.body, headers=page.headers), name)
            response = make_response(view(**values))
            if may_be_kept(response):
                packed = compress(response.get_data(), FASTEST)
                page = Page(packed, response.headers.to_wsgi_list())
                drawn.keep(name, page)
                return tagged(response, name)
            return response

        return answer

    return keeping


def told_apart(header: str, _value: str) -> bool:
    """Whether an answer may differ by this header of htmx."""
    return header.startswith("Hx-") and header not in {"Hx-Current-Url", "Hx-Source"}


def may_be_kept(response: Response) -> bool:
    private = response.cache_control.no_store or "Set-Cookie" in response.headers
    return response.status_code == HTTPStatus.OK and not private


def tagged(response: Response, name: str) -> Response:
    response.set_etag(name, weak=True)
    response.headers.setdefault("Cache-Control", "private, no-cache")
    response.vary.update(["Cookie", "HX-Request", "HX-Target"])
    return response
