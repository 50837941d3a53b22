"""The tables of notices: what happened that concerns somebody, how they want to hear
of it, and the mail that goes out."""

from portal.notices.models.mail import Mail, MailState
from portal.notices.models.notices import Follow, Notice, Topic
from portal.notices.models.wishes import ASKED, BOUNCED, MailBox, Pace, Wish

__all__ = [
    "ASKED",
    "BOUNCED",
    "Follow",
    "Mail",
    "MailBox",
    "MailState",
    "Notice",
    "Pace",
    "Topic",
    "Wish",
]
