"""The pages of costs."""

from flask import Blueprint

bp = Blueprint("costs", __name__, url_prefix="/<language>")
