"""The pages of notices, by what they are about."""

from flask import Blueprint

bp = Blueprint("notices", __name__, url_prefix="/<language>")

from portal.notices.views import following, inbox, stopping, wishes  # noqa: E402

__all__ = ["bp", "following", "inbox", "stopping", "wishes"]
