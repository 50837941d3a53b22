"""Who was there, and what experts by experience are paid for it."""

from portal.accounts.models import Voice
from portal.db import bump, database
from portal.workshops.models import Registration, RegistrationState, Session
from portal.workshops.queries.registrations import paid, sums_stamp
from portal.workshops.queries.sessions import sessions_of

Sums = dict[int, tuple[int, int]]
"""Fee and travel in euro cents, by registration."""


def set_attended(
    session: Session, registration_id: int, *, attended: bool | None
) -> Registration | None:
    """Note that somebody came, did not come, or that it is not known. None if nobody
    is registered by that number."""
    this = (
        (Registration.id == registration_id)
        & (Registration.session == session.id)
        & (Registration.state == RegistrationState.REGISTERED)
    )
    Registration.update(attended=attended).where(this).execute()
    return Registration.get_or_none(this)


def store_sums(session: Session, sums: Sums, seen: str) -> bool:
    """Note what is paid. False, and nothing is changed, if the list is no longer what
    the stamp `seen` stood for."""
    with database.atomic():
        bump(sessions_of(session.workshop))
        if sums_stamp(paid(session.id)) != seen:
            return False
        for registration_id, (fee, travel) in sums.items():
            Registration.update(fee=fee, travel=travel).where(
                Registration.id == registration_id,
                Registration.session == session.id,
                Registration.voice == Voice.EXPERT,
            ).execute()
    return True
