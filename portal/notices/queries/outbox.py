"""What waits in the outbox."""

from datetime import timedelta

from peewee import JOIN

from portal.db import now
from portal.notices.models import Mail, MailBox, MailState
from portal.notices.queries.waiting import quiet
from portal.notices.turns import turn

MOST_AT_ONCE = 500
DOUBT_MINUTES = 15


def due() -> list[Mail]:
    """Mail whose time has come, oldest first. What nobody has asked for waits, however
    late, for the end of its reader's quiet hours."""
    moment = now()
    may_go = (Mail.stop_url == "") | ~quiet(turn(moment).hour)
    return list(
        Mail.select()
        .join(MailBox, JOIN.LEFT_OUTER, on=MailBox.user == Mail.user)
        .where(Mail.state == MailState.WAITING, Mail.due_at <= moment, may_go)
        .order_by(Mail.due_at, Mail.id)
        .limit(MOST_AT_ONCE)
    )


def in_doubt() -> list[int]:
    """Mail that was taken in hand a while ago, of which nobody told the end."""
    before = now() - timedelta(minutes=DOUBT_MINUTES)
    stuck = Mail.select(Mail.id).where(
        Mail.state == MailState.SENDING, Mail.tried_at < before
    )
    return [mail.id for mail in stuck.order_by(Mail.id)]
