"""The pages of inventories."""

from flask import Blueprint

bp = Blueprint("inventories", __name__, url_prefix="/<language>")
