"""The pages of those who keep the directory true."""

from flask import Blueprint

bp = Blueprint("upkeep", __name__, url_prefix="/<language>")

from portal.upkeep.views import (  # noqa: E402
    bulk,
    editing,
    feedback,
    feedback_answers,
    overview,
    places,
    reviews,
    tasks,
    versions,
)

__all__ = [
    "bp",
    "bulk",
    "editing",
    "feedback",
    "feedback_answers",
    "overview",
    "places",
    "reviews",
    "tasks",
    "versions",
]
