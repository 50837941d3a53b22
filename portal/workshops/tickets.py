"""The signed links by which somebody who has registered for a session sees the place
they hold and gives it up, without signing in."""

from datetime import datetime

from portal import signing
from portal.workshops.models import Registration
from portal.workshops.queries.registrations import registration

PURPOSE = "verstas.workshops.ticket"


def ticket(held: Registration) -> str:
    """The link to one registration. Its moment tells it apart from a later one that
    a database may give the same number."""
    return signing.sign(PURPOSE, held.id, moment(held.registered_at))


def holder(token: str) -> Registration | None:
    """The registration that a link leads to, unless it is erased or none of ours."""
    parts = signing.read(PURPOSE, token)
    if parts is None:
        return None
    number, at = parts
    held = registration(number)
    return held if held and moment(held.registered_at) == at else None


def moment(at: datetime) -> str:
    return at.strftime("%y%m%d%H%M%S%f")
