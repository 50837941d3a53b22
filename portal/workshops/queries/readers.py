"""Who may read what is told of workshops by invitation."""

from collections.abc import Iterable

from portal.accounts.models import Grant
from portal.db import tuples
from portal.notices.models import Notice
from portal.notices.recipients import (
    PARTICIPANT,
    USER,
    id_in,
    participant_key,
    user_key,
)
from portal.permissions import Role
from portal.workshops.models import Entry, Facilitator, Participant, Workshop

READ_ALL = (Role.COORDINATOR, Role.MODERATOR)


def closed_to(told: Iterable[tuple[Notice, Workshop]]) -> set[int]:
    """The ids of those notices, each with the workshop it tells of, whose reader may
    not read that, or not any more. Three statements where one is by invitation, or
    none."""
    asked = [one for one in told if one[1].entry is Entry.INVITED]
    if not asked:
        return set()
    keys = {notice.recipient for notice, _workshop in asked}
    inside, everywhere = seated(keys) | running(keys), reading_all(keys)
    return {
        notice.id
        for notice, workshop in asked
        if notice.recipient not in everywhere
        and (notice.recipient, workshop.id) not in inside
    }


def seated(keys: set[str]) -> set[tuple[str, int]]:
    """Which of them take part in which workshop, by their accounts too."""
    theirs = Participant.id.in_(ids(keys, PARTICIPANT)) | Participant.user.in_(
        ids(keys, USER)
    )
    found = Participant.select(
        Participant.id, Participant.user, Participant.workshop
    ).where(theirs)
    return {
        (key, workshop)
        for seat, user, workshop in tuples(found)
        for key in (participant_key(seat), user_key(user))
    }


def running(keys: set[str]) -> set[tuple[str, int]]:
    found = (
        Facilitator.select(Facilitator.user, Facilitator.workshop)
        .join(Grant, on=Grant.user == Facilitator.user)
        .where(Facilitator.user.in_(ids(keys, USER)), Grant.role == Role.FACILITATOR)
    )
    return {(user_key(user), workshop) for user, workshop in tuples(found)}


def reading_all(keys: set[str]) -> set[str]:
    theirs = Grant.user.in_(ids(keys, USER)) & Grant.role.in_(READ_ALL)
    return {
        user_key(user) for (user,) in tuples(Grant.select(Grant.user).where(theirs))
    }


def ids(keys: set[str], whose: str) -> list[int]:
    return sorted(found for key in keys if (found := id_in(key, whose)) is not None)
