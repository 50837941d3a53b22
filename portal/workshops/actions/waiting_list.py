"""The waiting list of a session, that moves up by itself."""

from portal.db import now
from portal.workshops.actions.notifying import tell_of_session
from portal.workshops.letters import News, subject, tell
from portal.workshops.models import Registration, RegistrationState, Session
from portal.workshops.queries.sessions import counts


def move_up(session: Session) -> None:
    """Give the free places to those who wait, in their order, and tell them. Called
    inside the transaction that made the places free."""
    if session.cancelled or session.starts_at <= now():
        return
    waiting = Registration.select().where(
        Registration.session == session.id,
        Registration.state == RegistrationState.WAITING,
    )
    found = list(waiting.order_by(Registration.id).limit(places(session)))
    if not found:
        return
    about = subject(session)
    Registration.update(state=RegistrationState.REGISTERED).where(
        Registration.id.in_([held.id for held in found])
    ).execute()
    for held in found:
        held.state = RegistrationState.REGISTERED
        tell(News.MOVED_UP, held, about)
    tell_of_session("moved-up", found, about=str(found[-1].id))


def places(session: Session) -> int | None:
    """How many places nobody holds; None is no limit."""
    if session.capacity is None:
        return None
    taken = counts([session.id])[session.id, RegistrationState.REGISTERED]
    return max(0, session.capacity - taken)
