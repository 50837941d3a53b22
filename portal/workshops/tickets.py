"""The signed links by which somebody who has registered for a session sees the place
they hold and gives it up, without signing in."""

from datetime import datetime

from flask import current_app
from itsdangerous import BadData, URLSafeSerializer

from portal.workshops.models import Registration
from portal.workshops.queries.registrations import registration

PURPOSE = "verstas.workshops.ticket"


def ticket(held: Registration) -> str:
    """The link to one registration. Its moment tells it apart from a later one that
    a database may give the same number."""
    return str(serializer().dumps([held.id, moment(held.registered_at)]))


def holder(token: str) -> Registration | None:
    """The registration that a link leads to, unless it is erased or none of ours."""
    try:
        number, at = serializer().loads(token)
    except BadData:
        return None
    held = registration(number)
    return held if held and moment(held.registered_at) == at else None


def moment(at: datetime) -> str:
    return at.strftime("%y%m%d%H%M%S%f")


def serializer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt=PURPOSE)
