"""Who comes to a session, for themselves and for those who run the workshop."""

from dataclasses import dataclass

from peewee import fn

from portal.accounts.models import Voice
from portal.web import tag
from portal.workshops.models import Participant, Registration, RegistrationState

REGISTERED, WAITING = RegistrationState.REGISTERED, RegistrationState.WAITING
IN_FORCE = (REGISTERED, WAITING)
STATES = tuple(RegistrationState)


@dataclass(frozen=True)
class People:
    """All who have registered for a session, in their order."""

    registered: list[Registration]
    waiting: list[Registration]
    cancelled: list[Registration]

    @property
    def without_email(self) -> int:
        """How many can't be told of a change by mail."""
        return sum(not one.email for one in [*self.registered, *self.waiting])


def people(session_id: int) -> People:
    found = list(
        Registration.select()
        .where(Registration.session == session_id)
        .order_by(Registration.id)
    )
    return People(*([one for one in found if one.state is state] for state in STATES))


def registration(registration_id: int) -> Registration | None:
    return Registration.get_or_none(Registration.id == registration_id)


def own(session_id: int, participant: Participant) -> Registration | None:
    """The place that a participant holds or waits for."""
    return Registration.get_or_none(
        (Registration.session == session_id)
        & (Registration.participant == participant.id)
        & Registration.state.in_(IN_FORCE)
    )


def turn(waiting: Registration) -> int:
    """The place on the waiting list; 1 is next."""
    before = (
        (Registration.session == waiting.session)
        & (Registration.state == WAITING)
        & (Registration.id <= waiting.id)
    )
    return int(Registration.select(fn.COUNT(Registration.id)).where(before).scalar())


def paid(session_id: int) -> list[Registration]:
    """The experts by experience who are registered, by name."""
    these = (
        (Registration.session == session_id)
        & (Registration.voice == Voice.EXPERT)
        & (Registration.state == REGISTERED)
    )
    found = list(Registration.select().where(these))
    return sorted(found, key=lambda one: (one.name.casefold(), one.id))


def sums_stamp(found: list[Registration]) -> str:
    """Changes whenever a fee, a travel cost or who is paid does."""
    return tag(sorted((one.id, one.fee, one.travel) for one in found))
