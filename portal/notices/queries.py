"""What waits in the outbox."""

from datetime import timedelta

from portal.db import now
from portal.notices.models import Mail, MailState

MOST_AT_ONCE = 500
DOUBT_MINUTES = 15


def due() -> list[Mail]:
    """Mail whose time has come, oldest first."""
    return list(
        Mail.select()
        .where(Mail.state == MailState.WAITING, Mail.due_at <= now())
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
