"""Pages that stay the same until their content changes: an anonymous visitor is
answered that nothing has changed, or from what was drawn before."""

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from threading import Lock
from time import time
from typing import Any

from flask import current_app, make_response, session
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from portal.db import all_versions, ask_versions
from portal.web import request, tag

STANDS = 300
"""Seconds after which a page is drawn anew, counted by the clock: what is open
changes at full five minutes."""
MOST_PAGES = 200

View = Callable[..., ResponseReturnValue]


class Drawn:
    """The pages drawn last, by their tag."""

    def __init__(self) -> None:
        self.pages: OrderedDict[str, bytes] = OrderedDict()
        self.lock = Lock()

    def get(self, name: str) -> bytes | None:
        with self.lock:
            if name in self.pages:
                self.pages.move_to_end(name)
            return self.pages.get(name)

    def keep(self, name: str, page: bytes) -> None:
        with self.lock:
            self.pages[name] = page
            while len(self.pages) > MOST_PAGES:
                self.pages.popitem(last=False)


drawn = Drawn()


def kept(*contents: str) -> Callable[[View], View]:
    """Keep what a view draws for anonymous visitors while these contents, or all that
    there are, have not changed. What must not be stored is not."""

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
                request.full_path,
                sorted(header for header in request.headers if told_apart(*header)),
                sorted(versions.items()),
                int(time() // STANDS),
            )
            if request.if_none_match.contains_weak(name):
                return tagged(Response(status=304), name)
            page = drawn.get(name)
            if page is not None:
                return tagged(make_response(page), name)
            response = make_response(view(**values))
            if response.status_code != 200 or response.cache_control.no_store:  # noqa: PLR2004
                return response
            drawn.keep(name, response.get_data())
            return tagged(response, name)

        return answer

    return keeping


def told_apart(header: str, _value: str) -> bool:
    """Whether an answer may differ by this header of htmx."""
    return header.startswith("Hx-") and header not in {"Hx-Current-Url", "Hx-Source"}


def tagged(response: Response, name: str) -> Response:
    response.set_etag(name, weak=True)
    return response
