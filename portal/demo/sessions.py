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
        for number, someone in enumerate(entry.get("come", [])):
            come(session, number, *someone)


def come(  # noqa: PLR0913  a line of the file
    session: Session,
    number: int,
    name: str,
    voice: str,
    language: str,
    attended: bool | None = None,  # noqa: FBT001  likewise
    fee: int = 0,
    travel: int = 0,
) -> None:
    room = session.capacity is None or number < session.capacity
    Registration.create(
        session=session,
        name=name,
        voice=Voice(voice),
        language=language,
        state=RegistrationState.REGISTERED if room else RegistrationState.WAITING,
        attended=attended,
        fee=fee,
        travel=travel,
    )
