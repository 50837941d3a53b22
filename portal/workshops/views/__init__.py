"""Workshop pages, by what they are about."""

from flask import Blueprint

bp = Blueprint("workshops", __name__, url_prefix="/<language>")

from portal.workshops.views import joining, running, workshops  # noqa: E402

__all__ = ["bp", "joining", "running", "workshops"]
