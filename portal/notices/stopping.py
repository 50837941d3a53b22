"""The signed links by which one click ends mail about notices, without signing in."""

from dataclasses import dataclass
from datetime import datetime

from flask import current_app
from itsdangerous import BadData, URLSafeSerializer

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
    return str(serializer().dumps([user_id, moment(created_at), of]))


def read(token: str) -> StopLink | None:
    """What a link is about, or None if it is none of ours."""
    try:
        user_id, created_at, of = serializer().loads(token)
        topic = Topic(of) if of else None
    except (BadData, ValueError):
        return None
    return StopLink(user_id, created_at, topic)


def moment(at: datetime) -> str:
    return at.strftime("%y%m%d%H%M%S")


def serializer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt=PURPOSE)
