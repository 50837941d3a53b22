"""Whole addresses, to be printed or scanned."""

from functools import lru_cache

import segno
from flask import current_app, request
from markupsafe import Markup


def whole(path: str) -> str:
    base = current_app.config["BASE_URL"] or request.host_url.rstrip("/")
    return f"{base}{path}"


def plain(path: str) -> str:
    """As it is typed by hand, without what every browser adds."""
    return whole(path).partition("://")[2]


def scannable(path: str) -> Markup:
    """A QR code of the whole address. It may hold a secret, so none is kept."""
    return drawn(whole(path))


@lru_cache(maxsize=512)
def qr(address: str) -> Markup:
    """A QR code of a public address, drawn once."""
    return drawn(address)


def drawn(address: str) -> Markup:
    svg = segno.make(address, error="m").svg_inline(
        border=1, omitsize=True, svgclass="qr", lineclass=None
    )
    return Markup(svg)  # noqa: S704  drawn by the library from our own address
