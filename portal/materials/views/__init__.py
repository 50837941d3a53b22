"""The pages of materials."""

from flask import Blueprint

bp = Blueprint("materials", __name__, url_prefix="/<language>")

from portal.materials.views import editing, listing, material, practices  # noqa: E402

__all__ = ["bp", "editing", "listing", "material", "practices"]
