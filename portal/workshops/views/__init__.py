"""Workshop pages, by what they are about."""

from flask import Blueprint

bp = Blueprint("workshops", __name__, url_prefix="/<language>")

from portal.workshops.views import (  # noqa: E402
    editing,
    invitations,
    joining,
    kiosks,
    registrations,
    running,
    seats,
    session_editing,
    session_people,
    sessions,
    workshops,
)

__all__ = [
    "bp",
    "editing",
    "invitations",
    "joining",
    "kiosks",
    "registrations",
    "running",
    "seats",
    "session_editing",
    "session_people",
    "sessions",
    "workshops",
]
