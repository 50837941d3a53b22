"""The pages of cost studies."""

from flask import Blueprint

bp = Blueprint("costs", __name__, url_prefix="/<language>")

from portal.costs.views import (  # noqa: E402
    creating,
    editing,
    linking,
    listing,
    own_figures,
    states,
    study,
    versions,
)

__all__ = [
    "bp",
    "creating",
    "editing",
    "linking",
    "listing",
    "own_figures",
    "states",
    "study",
    "versions",
]
