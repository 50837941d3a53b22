"""The pages of groups."""

from flask import Blueprint

bp = Blueprint("groups", __name__, url_prefix="/<language>")
