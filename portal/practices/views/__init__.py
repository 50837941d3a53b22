"""The pages of the library."""

from flask import Blueprint

bp = Blueprint("practices", __name__, url_prefix="/<language>")

from portal.practices.views import (  # noqa: E402
    answers,
    applications,
    comparison,
    creating,
    editing,
    experiences,
    feed,
    files,
    linking,
    listing,
    marks,
    municipalities,
    practice,
    preview,
    questions,
    reviews,
    stages,
    suggesting,
    suggestions,
    versions,
)

__all__ = [
    "answers",
    "applications",
    "bp",
    "comparison",
    "creating",
    "editing",
    "experiences",
    "feed",
    "files",
    "linking",
    "listing",
    "marks",
    "municipalities",
    "practice",
    "preview",
    "questions",
    "reviews",
    "stages",
    "suggesting",
    "suggestions",
    "versions",
]
