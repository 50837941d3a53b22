"""The pages of threads."""

from flask import Blueprint

bp = Blueprint("threads", __name__, url_prefix="/<language>")
