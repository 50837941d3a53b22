"""The pages of indicators."""

from flask import Blueprint

bp = Blueprint("indicators", __name__, url_prefix="/<language>")

from portal.indicators.views import dashboard, files, indicator  # noqa: E402

__all__ = ["bp", "dashboard", "files", "indicator"]
