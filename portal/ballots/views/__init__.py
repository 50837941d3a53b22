"""Pages of polls: making them, voting in them, the result."""

from flask import Blueprint

bp = Blueprint("ballots", __name__, url_prefix="/<language>")

from portal.ballots.views import voting  # noqa: E402, I001
from portal.ballots.views import polls  # noqa: E402

__all__ = ["bp", "paper", "polls", "results", "sheets", "voting"]
