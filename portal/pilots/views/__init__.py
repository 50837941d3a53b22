"""The pages of pilots."""

from flask import Blueprint

bp = Blueprint("pilots", __name__, url_prefix="/<language>")
