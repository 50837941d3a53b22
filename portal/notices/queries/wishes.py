"""How fast somebody wants mail, and about what."""

from dataclasses import dataclass
from datetime import datetime

from portal.accounts.models import User
from portal.db import tuples
from portal.notices.models import MailBox, Pace, Topic, Wish
from portal.notices.paces import DEFAULTS


@dataclass(frozen=True)
class Wishes:
    """The wishes of one user. Quiet hours are local, and equal ones mean none."""

    paces: dict[Topic, Pace]
    quiet_from: int
    quiet_until: int
    stopped_at: datetime | None
    stopped_why: str


def wishes_of(user: User) -> Wishes:
    """Two statements."""
    chosen = tuples(Wish.select(Wish.topic, Wish.pace).where(Wish.user == user.id))
    box = MailBox.get_or_none(MailBox.user == user.id) or MailBox(user=user.id)
    return Wishes(
        paces={**DEFAULTS, **dict(chosen)},
        quiet_from=box.quiet_from,
        quiet_until=box.quiet_until,
        stopped_at=box.stopped_at,
        stopped_why=box.stopped_why,
    )
