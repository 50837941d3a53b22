"""Ending mail to addresses where it does not arrive."""

from portal.db import database, now, upsert
from portal.notices.actions.outbox import LONGEST_ERROR
from portal.notices.actions.telling import tell
from portal.notices.models import BOUNCED, Mail, MailBox, MailState
from portal.notices.recipients import user_key

MOST_IN_A_ROW = 3
MAIL, MAIL_STOPPED = "mail", "mail-stopped"


def note_bounce(mail_id: int, error: str, *, nobody_there: bool) -> bool:
    """Note that a mail came back. The third in a row, or one for the reason that there
    is no such mailbox, ends mail to the user. False if it is noted already."""
    came_back = {"state": MailState.BOUNCED, "last_error": error[:LONGEST_ERROR]}
    new = (Mail.id == mail_id) & (Mail.state != MailState.BOUNCED)
    with database.atomic():
        if not Mail.update(came_back).where(new).execute():
            return False
        user_id = Mail.select(Mail.user).where(Mail.id == mail_id).scalar()
        if user_id is not None:
            count_bounce(user_id, nobody_there=nobody_there)
    return True


def count_bounce(user_id: int, *, nobody_there: bool) -> None:
    row = in_a_row(user_id)
    upsert(MailBox, {"user": user_id}, bounces=row)
    if nobody_there or row >= MOST_IN_A_ROW:
        stop_bouncing(user_id)


def in_a_row(user_id: int) -> int:
    """How many of the last mails to a user came back, until one that did not."""
    last = (
        Mail.select(Mail.state)
        .where(
            Mail.user == user_id, Mail.state.in_([MailState.BOUNCED, MailState.SENT])
        )
        .order_by(Mail.id.desc())
        .limit(MOST_IN_A_ROW)
    )
    states = [mail.state for mail in last]
    arrived = [state is MailState.SENT for state in states]
    return arrived.index(True) if True in arrived else len(states)


def stop_bouncing(user_id: int) -> None:
    """End mail to a user and tell them in the portal."""
    moment = now()
    stopped = (
        MailBox.update(stopped_at=moment, stopped_why=BOUNCED)
        .where(MailBox.user == user_id, MailBox.stopped_at.is_null())
        .execute()
    )
    if stopped:
        tell(
            [user_key(user_id)],
            MAIL_STOPPED,
            MAIL,
            user_id,
            happening=f"{MAIL_STOPPED}:{moment:%Y%m%d%H%M%S}",
        )
