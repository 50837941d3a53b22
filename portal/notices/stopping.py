"""The signed links by which one click ends mail about notices, without signing in."""

from dataclasses import dataclass
from datetime import datetime

from portal import signing
from portal.notices.models import Topic

PURPOSE = "verstas.notices.stop"
EVERYTHING = ""


@dataclass(frozen=True)
class StopLink:
    """Whose mail it is about; of one topic, or None for all. The moment the account was
    made tells it apart from a later one of the same number."""

    user_id: int
    created_at: str
    topic: Topic | None


def signed(user_id: int, created_at: datetime, topic: Topic | None = None) -> str:
    of = topic.value if topic else EVERYTHING
    return signing.sign(PURPOSE, user_id, moment(created_at), of)


def read(token: str) -> StopLink | None:
    """What a link is about, or None if it is none of ours."""
    parts = signing.read(PURPOSE, token)
    if parts is None:
        return None
    user_id, created_at, of = parts
    try:
        topic = Topic(of) if of else None
    except ValueError:
        return None
    return StopLink(user_id, created_at, topic)


def moment(at: datetime) -> str:
    return at.strftime("%y%m%d%H%M%S")
