"""What is taken along from the portal."""

from flask import Blueprint

bp = Blueprint("exchange", __name__, url_prefix="/<language>")

from portal.exchange.views import library, practices  # noqa: E402

__all__ = ["bp", "library", "practices"]
