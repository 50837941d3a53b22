"""The pages of pilots."""

from flask import Blueprint

bp = Blueprint("pilots", __name__, url_prefix="/<language>")

from portal.pilots.views import (  # noqa: E402
    comparison,
    criteria,
    decisions,
    editing,
    entries,
    listing,
    pilot,
    results,
    roll_out,
    scores,
    selections,
    sites,
    states,
    versions,
)

__all__ = [
    "bp",
    "comparison",
    "criteria",
    "decisions",
    "editing",
    "entries",
    "listing",
    "pilot",
    "results",
    "roll_out",
    "scores",
    "selections",
    "sites",
    "states",
    "versions",
]
