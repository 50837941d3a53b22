"""Deleting notices whose time is over."""

from datetime import timedelta

from portal.db import now
from portal.notices.models import Notice

SEEN_DAYS = 180
UNSEEN_DAYS = 365


def forget_old() -> int:
    """Delete what was seen, or never seen, long ago. Returns how many notices."""
    seen = Notice.seen_at < now() - timedelta(days=SEEN_DAYS)
    never = Notice.seen_at.is_null()
    unseen = never & (Notice.happened_at < now() - timedelta(days=UNSEEN_DAYS))
    return int(Notice.delete().where(seen | unseen).execute())
