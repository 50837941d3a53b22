"""Pages for those who run a workshop."""

from flask import Blueprint

bp = Blueprint("facilitation", __name__, url_prefix="/<language>")

from portal.facilitation.views import (  # noqa: E402
    cards,
    desk,
    entry,
    export,
    screen,
)

__all__ = ["bp", "cards", "desk", "entry", "export", "screen"]
