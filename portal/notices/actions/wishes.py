"""Choosing how fast to hear of what, and letting mail start again."""

from collections.abc import Mapping

from portal.accounts.models import User
from portal.db import database, upsert
from portal.notices.models import MailBox, Pace, Topic, Wish


def set_wishes(
    user: User, paces: Mapping[Topic, Pace], *, quiet_from: int, quiet_until: int
) -> None:
    """Set all that a user wishes of their mail."""
    with database.atomic():
        for topic, pace in paces.items():
            upsert(Wish, {"user": user.id, "topic": topic}, pace=pace)
        upsert(
            MailBox,
            {"user": user.id},
            quiet_from=quiet_from,
            quiet_until=quiet_until,
        )


def start_again(user: User) -> None:
    """Let mail go to a user again that was stopped, whyever it was."""
    MailBox.update(stopped_at=None, stopped_why="", bounces=0).where(
        MailBox.user == user.id
    ).execute()
