"""The pages of the library."""

from flask import Blueprint

bp = Blueprint("practices", __name__, url_prefix="/<language>")

from portal.practices.views import listing, practice  # noqa: E402

__all__ = ["bp", "listing", "practice"]
