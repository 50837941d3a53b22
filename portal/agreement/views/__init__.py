"""The pages where a region agrees on its services."""

from flask import Blueprint

bp = Blueprint("agreement", __name__, url_prefix="/<language>")

from portal.agreement.views import (  # noqa: E402
    cards,
    deciding,
    deviations,
    editing,
    following,
    overview,
    pictures,
    rollouts,
)

__all__ = [
    "bp",
    "cards",
    "deciding",
    "deviations",
    "editing",
    "following",
    "overview",
    "pictures",
    "rollouts",
]
