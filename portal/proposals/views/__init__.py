"""Pages of proposals: the board they are on, and each one of them."""

from flask import Blueprint

bp = Blueprint("proposals", __name__, url_prefix="/<language>")

from portal.proposals.views import answers, boards, proposals  # noqa: E402

__all__ = ["answers", "boards", "bp", "proposals"]
