"""Pages for those who run a workshop."""

from flask import Blueprint

bp = Blueprint("facilitation", __name__, url_prefix="/<language>")

from portal.facilitation.views import cards, entry  # noqa: E402

__all__ = ["bp", "cards", "entry"]
