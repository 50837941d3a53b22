"""What one click has stopped."""

from dataclasses import dataclass

from peewee import JOIN

from portal.accounts.models import User
from portal.db import tuples
from portal.notices.models import ASKED, MailBox, Pace, Topic, Wish
from portal.notices.stopping import StopLink, moment


@dataclass(frozen=True)
class Stoppable:
    """The mail that a link is about, and whether it is stopped."""

    user_id: int
    topic: Topic | None
    stopped: bool
    why: str

    @property
    def can_go_again(self) -> bool:
        """What was stopped by the same link goes again by it."""
        return self.stopped and self.why == ("" if self.topic else ASKED)


def stoppable(link: StopLink) -> Stoppable | None:
    """None if the account is gone. One statement."""
    of_topic = Wish.topic == link.topic if link.topic else Wish.topic.is_null()
    wished = (Wish.user == User.id) & of_topic
    found = tuples(
        User.select(User.created_at, MailBox.stopped_at, MailBox.stopped_why, Wish.pace)
        .join(MailBox, JOIN.LEFT_OUTER, on=MailBox.user == User.id)
        .join(Wish, JOIN.LEFT_OUTER, on=wished, src=User)
        .where(User.id == link.user_id)
    )
    for created_at, stopped_at, why, pace in found:
        if moment(created_at) == link.created_at:
            stopped = stopped_at is not None or pace == Pace.NONE
            return Stoppable(link.user_id, link.topic, stopped, why or "")
    return None
