"""Loading the sessions of the demo workshops, with those who come."""

from portal.accounts.models import Voice
from portal.demo.files import entries, in_languages
from portal.workshops.models import (
    Registration,
    RegistrationState,
    Session,
    SessionText,
    Workshop,
)
from portal.workshops.moments import stored


def load() -> None:
    for entry in entries("sessions.toml", "session"):
        session = Session.create(
            workshop=Workshop.get(Workshop.slug == entry["workshop"]),
            starts_at=stored(entry["date"], entry["starts"]),
            ends_at=stored(entry["date"], entry["ends"]),
            address=entry.get("address", ""),
            link=entry.get("link", ""),
            capacity=entry.get("capacity"),
        )
        for code, part in in_languages(entry).items():
            SessionText.create(session=session, language=code, **part)
        for number, person in enumerate(entry.get("come", [])):
            room = session.capacity is None or number < session.capacity
            state = RegistrationState.REGISTERED if room else RegistrationState.WAITING
            voice = Voice(person.pop("voice"))
            Registration.create(session=session, state=state, voice=voice, **person)
