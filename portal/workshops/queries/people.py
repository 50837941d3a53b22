"""Who takes part in a workshop, who is invited to it, and who runs it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256

from peewee import fn

from portal.accounts.models import Grant, User
from portal.db import tuples
from portal.permissions import Role
from portal.workshops.models import Facilitator, Invitation, Participant, Workshop

PEOPLE = "participants"
"""The name under which changes of who takes part are counted."""


def digest(key: str) -> str:
    return sha256(key.encode()).hexdigest()


def seat(key: str) -> Participant | None:
    return Participant.get_or_none(Participant.key_digest == digest(key))


def seat_in(workshop: Workshop, key: str) -> Participant | None:
    found = seat(key)
    return found if found and found.workshop == workshop.id else None


def seat_ids(keys: Sequence[str]) -> list[int]:
    """The participants whose seats these keys open, in the order they joined."""
    if not keys:
        return []
    theirs = Participant.key_digest.in_([digest(key) for key in keys])
    found = Participant.select(Participant.id).where(theirs).order_by(Participant.id)
    return [number for (number,) in tuples(found)]


def seats_in(workshop_id: int) -> list[int]:
    """Everybody who takes part in a workshop."""
    these = Participant.workshop == workshop_id
    found = Participant.select(Participant.id).where(these).order_by(Participant.id)
    return [number for (number,) in tuples(found)]


def accounts(ids: Sequence[int]) -> dict[int, int]:
    """The user who each of these participants is, of those with an account."""
    theirs = Participant.id.in_(list(ids)) & Participant.user.is_null(is_null=False)
    return dict(
        tuples(Participant.select(Participant.id, Participant.user).where(theirs))
    )


def by_recovery(code: str) -> Participant | None:
    return Participant.get_or_none(Participant.recovery_digest == digest(code))


def participants(ids: Iterable[int]) -> dict[int, int]:
    """How many people have joined each of these workshops."""
    found = tuples(
        Participant.select(Participant.workshop, fn.COUNT(Participant.id))
        .where(Participant.workshop.in_(list(ids)))
        .group_by(Participant.workshop)
    )
    return defaultdict(int, found)


def invitation(code: str) -> Invitation | None:
    return Invitation.get_or_none(Invitation.code_digest == digest(code))


def invitations(workshop_id: int) -> list[Invitation]:
    """The invitations to a workshop in the order they were made."""
    these = Invitation.workshop == workshop_id
    return list(Invitation.select().where(these).order_by(Invitation.id))


def facilitated(user_id: int) -> set[int]:
    """The ids of the workshops that a user runs."""
    found = Facilitator.select(Facilitator.workshop).where(Facilitator.user == user_id)
    return {workshop for (workshop,) in tuples(found)}


def facilitators(workshop_id: int) -> list[int]:
    these = Facilitator.workshop == workshop_id
    found = tuples(Facilitator.select(Facilitator.user).where(these))
    return [user for (user,) in found]


def able_to_facilitate() -> dict[int, str]:
    """The accounts that may be asked to run a workshop, with their names."""
    found = (
        User.select(User.id, User.name)
        .join(Grant)
        .where(Grant.role == Role.FACILITATOR, User.active)
        .order_by(User.name, User.id)
    )
    return dict(tuples(found))
