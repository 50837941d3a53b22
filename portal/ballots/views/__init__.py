"""Pages of polls: making them, voting in them, the result."""

from flask import Blueprint

bp = Blueprint("ballots", __name__, url_prefix="/<language>")

from portal.ballots.views import entries, paper, polls, results, voting  # noqa: E402

__all__ = ["bp", "entries", "paper", "polls", "results", "voting"]
