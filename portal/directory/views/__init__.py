"""The pages of the directory."""

from flask import Blueprint

bp = Blueprint("directory", __name__, url_prefix="/<language>")

from portal.directory.views import cards, outreach, places, services, slips, unmet  # noqa: E402

__all__ = ["bp", "cards", "outreach", "places", "services", "slips", "unmet"]
