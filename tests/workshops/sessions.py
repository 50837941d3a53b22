"""Sessions for tests: in a week, for two hours, in a place with room for all."""

import re
from datetime import timedelta

from portal.accounts.models import Voice
from portal.db import now
from portal.notices.models import Mail
from portal.workshops.actions import sessions as actions
from portal.workshops.actions.registering import Guest, register
from portal.workshops.actions.sessions import SessionDraft, SessionWords
from portal.workshops.models import Registration, Session, Workshop

A_WEEK = timedelta(days=7)
TWO_HOURS = timedelta(hours=2)


def make_draft(title: str = "First evening", *, starts_in=A_WEEK, **fields):
    starts_at = now().replace(second=0, microsecond=0) + starts_in
    defaults = {
        "starts_at": starts_at,
        "ends_at": starts_at + TWO_HOURS,
        "address": "Library, Harju",
        "texts": {"en": SessionWords(title)},
    }
    return SessionDraft(**defaults | fields)


def make_session(workshop: Workshop, title: str = "First evening", **fields) -> Session:
    """`starts_in` is from now; other fields are those of a draft."""
    return actions.call(workshop.id, make_draft(title, **fields))


def begin(session: Session) -> None:
    """Let the session have begun a minute ago."""
    starts_at = now() - timedelta(minutes=1)
    moved = {"starts_at": starts_at, "ends_at": starts_at + TWO_HOURS}
    Session.update(moved).where(Session.id == session.id).execute()


def make_guest(name: str = "Maija", **fields) -> Guest:
    return Guest(**{"name": name, "voice": Voice.RESIDENT, "language": "en"} | fields)


def come(session: Session, name: str = "Maija", **fields) -> Registration:
    return register(session, make_guest(name, **fields))


def states(session: Session) -> dict[str, str]:
    """Who is registered, waits or has cancelled, by name."""
    found = Registration.select().where(Registration.session == session.id)
    return {one.name: one.state.value for one in found.order_by(Registration.id)}


def letters() -> list[tuple[str, str]]:
    """To whom mail waits, and about what."""
    found = Mail.select().order_by(Mail.id)
    return [(mail.recipient, mail.subject) for mail in found]


def links(mail: Mail) -> list[str]:
    """The addresses in a letter, without the host."""
    return re.findall(r"https?://[^/\s]+(/\S+)", mail.body)
