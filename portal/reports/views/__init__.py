"""The pages of reports."""

from flask import Blueprint

bp = Blueprint("reports", __name__, url_prefix="/<language>")

from portal.reports.views import (  # noqa: E402
    digests,
    gathering,
    landing,
    moving,
    own,
    phenomena,
    progress,
    writing,
    writing_phenomena,
)

__all__ = ["bp", "digests", "gathering", "landing", "moving", "own"]
__all__ += ["phenomena", "progress", "writing", "writing_phenomena"]
