"""Telling those who take part what happens in their workshop, inside the transaction
in which it does."""

from collections.abc import Sequence
from datetime import timedelta

from portal.db import local_day, now, today
from portal.notices.actions import tell
from portal.notices.queries import followers
from portal.notices.recipients import participant_key
from portal.workshops.models import (
    Entry,
    Phase,
    Registration,
    RegistrationState,
    Session,
    Workshop,
)
from portal.workshops.queries import KIND
from portal.workshops.queries.people import seats_in
from portal.workshops.queries.sessions import SESSION

LATE_DAYS = 3
"""After a day that a phase ended on, for which it is still told."""


def readers(workshop: Workshop) -> list[str]:
    """The keys of those who have joined and of those who follow: of one by invitation,
    only the joined may know."""
    joined = [participant_key(seat) for seat in seats_in(workshop.id)]
    if workshop.entry is Entry.INVITED:
        return joined
    return [*joined, *followers(KIND, workshop.id)]


def tell_of_phase(workshop: Workshop, phase: Phase, doer: str = "") -> None:
    tell(
        readers(workshop),
        "phase",
        KIND,
        workshop.id,
        happening=f"phase:{workshop.id}:{phase.value}",
        doer=doer,
        phase=phase.value,
    )


def tell_of_session(
    event: str, held: Sequence[Registration], about: str = "", doer: str = ""
) -> None:
    """Tell those of one session who have a seat. `about` sets one such event apart from
    another. Who has left an address gets a letter besides, save of tomorrow."""
    for mailed in (True, False):
        keys = [
            participant_key(one.participant)
            for one in held
            if one.participant and has_letter(event, one) is mailed
        ]
        if keys:
            session = held[0].session
            tell(
                keys,
                f"session-{event}",
                SESSION,
                session,
                happening=f"session:{session}:{event}:{about}",
                doer=doer,
                mailed=mailed,
            )


def has_letter(event: str, held: Registration) -> bool:
    return bool(held.email) and event != "tomorrow"


def tell_of_today() -> None:
    """What happens by the calendar: workshops that moved on by their dates, sessions
    of tomorrow. Nobody is told twice."""
    for workshop in Workshop.select().where(Workshop.moves_by_date):
        phase = workshop.phase
        phases = list(Phase)
        before = phases[phases.index(phase) - 1]
        recent = today() - timedelta(days=LATE_DAYS)
        if phase is not workshop.phase_set and workshop.until(before) >= recent:
            tell_of_phase(workshop, phase)
    day = today().isoformat()
    for held in registered_tomorrow().values():
        tell_of_session("tomorrow", held, about=day)


def registered_tomorrow() -> dict[int, list[Registration]]:
    tomorrow = today() + timedelta(days=1)
    ahead = (Session.starts_at > now()) & (
        Session.starts_at < now() + timedelta(days=3)
    )
    days = {
        session.id: local_day(session.starts_at)
        for session in Session.select().where(ahead, ~Session.cancelled)
    }
    ids = [number for number, day in days.items() if day == tomorrow]
    found: dict[int, list[Registration]] = {}
    for one in Registration.select().where(
        Registration.session.in_(ids),
        Registration.state == RegistrationState.REGISTERED,
    ):
        found.setdefault(one.session, []).append(one)
    return found
