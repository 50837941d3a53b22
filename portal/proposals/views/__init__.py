"""Pages of proposals: the board they are on, and each one of them."""

from flask import Blueprint

bp = Blueprint("proposals", __name__, url_prefix="/<language>")

from portal.proposals.views import (  # noqa: E402
    answer_board,
    answers,
    boards,
    clusters,
    comments,
    drafts,
    mergers,
    numbers,
    pictures,
    proposals,
    wording,
    writing,
)

__all__ = [
    "answer_board",
    "answers",
    "boards",
    "bp",
    "clusters",
    "comments",
    "drafts",
    "mergers",
    "numbers",
    "pictures",
    "proposals",
    "wording",
    "writing",
]
