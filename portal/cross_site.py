"""Posts from other sites are refused, but where a view declares that it takes them."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, abort, current_app, g

from portal.web import SAFE_METHODS, parts_of, request

View = TypeVar("View", bound=Callable[..., Any])


def from_anywhere(view: View) -> View:
    """Declare that a view takes posts from other sites: what they hold proves by itself
    who may send it, and no cookie counts there."""
    view.from_anywhere = True  # type: ignore[attr-defined]
    return view


def refuse_cross_site() -> None:
    """Guard against forged posts by headers that browsers set and pages can't."""
    view = current_app.view_functions.get(request.endpoint or "")
    if request.method in SAFE_METHODS or getattr(view, "from_anywhere", False):
        return
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    if site is not None:
        same = site in {"same-origin", "none"}
    else:
        same = origin is None or parts_of(origin).netloc == request.host
    if not same:
        g.forged = True
        abort(403)


def init_app(app: Flask) -> None:
    app.before_request(refuse_cross_site)
