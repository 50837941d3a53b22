"""The pages of those who write and read: the rights they have in moderation."""

from flask import Blueprint

bp = Blueprint("rights", __name__, url_prefix="/<language>")

from portal.moderation.views import flags, texts  # noqa: E402

__all__ = ["bp", "flags", "texts"]
