"""Ending mail by one click, and taking that back."""

from portal.accounts.models import User
from portal.db import database, now, upsert
from portal.notices.models import (
    ASKED,
    Mail,
    MailBox,
    MailState,
    Pace,
    Topic,
    Wish,
)


def stop_mail(user_id: int, topic: Topic | None) -> None:
    """End mail about notices of a topic, or all of it, that which waits included. What
    has stopped already stays as it is."""
    if topic:
        upsert(Wish, {"user": user_id, "topic": topic}, pace=Pace.NONE)
        return
    with database.atomic():
        MailBox.insert(user=user_id).on_conflict_ignore().execute()
        goes = (MailBox.user == user_id) & MailBox.stopped_at.is_null()
        MailBox.update(stopped_at=now(), stopped_why=ASKED).where(goes).execute()
        give_up_stopped()


def allow_mail(user_id: int, topic: Topic | None) -> None:
    """Let it go again: a topic as fast as it goes to who has chosen nothing."""
    if topic:
        Wish.delete().where(
            Wish.user == user_id, Wish.topic == topic, Wish.pace == Pace.NONE
        ).execute()
        return
    MailBox.update(stopped_at=None, stopped_why="").where(
        MailBox.user == user_id, MailBox.stopped_why == ASKED
    ).execute()


def give_up_stopped() -> int:
    """Give up mail that waits for users who have none sent to them any more, or whose
    account is gone or closed."""
    stopped = MailBox.select(MailBox.user).where(MailBox.stopped_at.is_null(False))
    open_ = User.select(User.id).where(User.active)
    goes = Mail.user.in_(open_) & Mail.user.not_in(stopped)
    give_up = Mail.update(state=MailState.GIVEN_UP, last_error=ASKED)
    waits = (Mail.state == MailState.WAITING) & (Mail.stop_url != "")
    return int(give_up.where(waits, Mail.user.is_null() | ~goes).execute())
