"""The pages of inventories."""

from flask import Blueprint

bp = Blueprint("inventories", __name__, url_prefix="/<language>")

from portal.inventories.views import (  # noqa: E402
    answering,
    cells,
    grid,
    listing,
    questions,
    respondents,
    settings,
    snapshots,
    tables,
)

__all__ = [
    "answering",
    "bp",
    "cells",
    "grid",
    "listing",
    "questions",
    "respondents",
    "settings",
    "snapshots",
    "tables",
]
