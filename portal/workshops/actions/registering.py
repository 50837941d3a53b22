"""Registering for a session, and giving the place up."""

from dataclasses import dataclass

from flask_babel import gettext as _
from peewee import fn

from portal.accounts.models import Voice
from portal.db import bump, database, now
from portal.errors import Refused
from portal.web import tag
from portal.workshops.actions.waiting_list import move_up, places
from portal.workshops.letters import News, subject, tell
from portal.workshops.models import (
    Participant,
    Registration,
    RegistrationState,
    Session,
)
from portal.workshops.queries.registrations import IN_FORCE, own
from portal.workshops.queries.sessions import sessions_of

MOST_FROM_ONE_ADDRESS = 6
"""Registrations for one session with the same e-mail: a family has one address, and
nobody gets heaps of letters that they did not ask for."""


@dataclass(frozen=True)
class Guest:
    """Somebody who wants to come."""

    name: str
    voice: Voice
    language: str
    email: str = ""
    needs: str = ""
    participant: Participant | None = None


def register(session: Session, guest: Guest, submission: str = "") -> Registration:
    """A place in the session or, when it is full, on its waiting list. The same form
    sent twice, and a participant who has a place, get the one they have."""
    with database.atomic():
        bump(sessions_of(session.workshop))
        name = submission_of(session, guest, submission)
        earlier = already(session, guest, name)
        if earlier:
            return earlier
        found = Session.get_by_id(session.id)
        refuse_unless_open(found)
        refuse_too_many(found, guest)
        full = places(found) == 0
        held = _create(
            found,
            guest,
            RegistrationState.WAITING if full else RegistrationState.REGISTERED,
            name,
        )
        tell(News.WAITING if full else News.REGISTERED, held, subject(found))
    return held


def write_in(session: Session, guest: Guest, submission: str = "") -> Registration:
    """Somebody who rang or who is in the room, written in by those who run the
    workshop, whether there is room or not. In the room they are there already."""
    with database.atomic():
        bump(sessions_of(session.workshop))
        name = submission_of(session, guest, submission)
        earlier = already(session, guest, name)
        if earlier:
            return earlier
        found = Session.get_by_id(session.id)
        if found.cancelled:
            raise Refused(_("This session has been cancelled."))
        there = True if found.starts_at <= now() else None
        registered = RegistrationState.REGISTERED
        return _create(found, guest, registered, name, attended=there)


def give_up(held: Registration) -> bool:
    """Somebody can't come: whoever waits longest gets the place. False if it has been
    given up before."""
    session_id = held.session
    workshop_id = Session.get_by_id(session_id).workshop
    with database.atomic():
        bump(sessions_of(workshop_id))
        session = Session.get_by_id(session_id)
        found = Registration.get_by_id(held.id)
        if found.state not in IN_FORCE:
            return False
        refuse_unless_open(session)
        Registration.update(state=RegistrationState.CANCELLED, needs="").where(
            Registration.id == found.id
        ).execute()
        found.state = RegistrationState.CANCELLED
        tell(News.GIVEN_UP, found, subject(session))
        move_up(session)
    return True


def submission_of(session: Session, guest: Guest, submission: str) -> str | None:
    """Names one sending of a form. Sent again with other words, it is another."""
    if not submission:
        return None
    return tag(session.id, submission, guest.name, guest.email)


def already(session: Session, guest: Guest, name: str | None) -> Registration | None:
    if name and (sent := Registration.get_or_none(Registration.submission == name)):
        return sent
    return own(session.id, guest.participant) if guest.participant else None


def refuse_unless_open(session: Session) -> None:
    if session.cancelled:
        raise Refused(_("This session has been cancelled."))
    if session.starts_at <= now():
        raise Refused(_("This session has begun. Registration closed at its start."))


def refuse_too_many(session: Session, guest: Guest) -> None:
    if not guest.email:
        return
    same = fn.LOWER(Registration.email) == guest.email.lower()
    these = (Registration.session == session.id) & same
    if Registration.select().where(these).count() >= MOST_FROM_ONE_ADDRESS:
        raise Refused(
            _(
                "Many people have registered with this e-mail address already. "
                "Leave the address out, or use another one."
            )
        )


def _create(
    session: Session,
    guest: Guest,
    state: RegistrationState,
    submission: str | None,
    *,
    attended: bool | None = None,
) -> Registration:
    return Registration.create(
        session=session,
        state=state,
        submission=submission,
        attended=attended,
        **vars(guest),
    )
