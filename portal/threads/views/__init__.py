"""The pages of threads."""

from flask import Blueprint

bp = Blueprint("threads", __name__, url_prefix="/<language>")

from portal.threads.views import (  # noqa: E402
    changes,
    editing,
    effects,
    listing,
    outcomes,
    thread,
)

__all__ = ["bp", "changes", "editing", "effects", "listing", "outcomes", "thread"]
