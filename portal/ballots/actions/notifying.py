"""Telling everybody who takes part of a vote: whether they have cast is known to
nobody."""

from datetime import timedelta

from portal.accounts.models import User
from portal.ballots.models import POLL, Poll, PollState
from portal.db import local_day, now, today
from portal.notices.actions import tell
from portal.notices.recipients import user_key
from portal.workshops.actions.notifying import readers
from portal.workshops.models import Phase, Workshop


def tell_of_poll(event: str, poll: Poll, by: User | None = None) -> None:
    tell(
        readers(Workshop.get_by_id(poll.workshop)),
        event,
        POLL,
        poll.id,
        happening=f"{event}:{poll.id}",
        doer=user_key(by.id) if by else "",
    )


def tell_of_last_days() -> None:
    """The day before a vote ends. Nobody is told twice."""
    tomorrow = today() + timedelta(days=1)
    open_now = Poll.state == PollState.OPEN
    for poll in Poll.select(Poll, Workshop).join(Workshop).where(open_now):
        opened = poll.opened_at and local_day(poll.opened_at)
        if last_day(poll) == tomorrow and opened != today():
            tell_of_poll("poll-ends", poll)


def last_day(poll: Poll) -> object:
    """The day on which the vote ends by itself, if it does."""
    if poll.closes_at is not None and poll.closes_at > now():
        return local_day(poll.closes_at)
    workshop = poll.workshop
    return workshop.until(Phase.VOTE) if workshop.moves_by_date else None
