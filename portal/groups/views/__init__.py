"""The pages of groups."""

from flask import Blueprint

bp = Blueprint("groups", __name__, url_prefix="/<language>")

from portal.groups.views import (  # noqa: E402
    claims,
    decisions,
    editing,
    group,
    linking,
    listing,
    log,
    meetings,
    members,
    questions,
    wording,
)

__all__ = [
    "bp",
    "claims",
    "decisions",
    "editing",
    "group",
    "linking",
    "listing",
    "log",
    "meetings",
    "members",
    "questions",
    "wording",
]
