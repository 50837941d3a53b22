"""Joining a workshop, coming back to it, leaving it."""

import secrets
from collections.abc import Iterable
from datetime import datetime, time

from flask_babel import gettext as _

from portal.accounts.models import User, Voice
from portal.db import bump, database, now, today
from portal.errors import Refused
from portal.moderation.actions import forget_authors
from portal.notices.actions import forget_seats
from portal.workshops.codes import cleaned, new_recovery
from portal.workshops.models import Invitation, Participant, Way, Workshop
from portal.workshops.queries import changes_of, digest
from portal.workshops.queries.people import PEOPLE, seat_in

KEY_BYTES = 32


def join(  # noqa: PLR0913  what a seat is made of
    workshop: Workshop,
    *,
    nickname: str,
    voice: Voice,
    user: User | None = None,
    way: Way = Way.WEB,
    invitation: Invitation | None = None,
    key: str = "",
) -> tuple[Participant, str, str]:
    """A new seat in the workshop: the participant, the key their browser keeps,
    and the recovery code they are shown once. An invitation seats one person. A key
    that is given, and opens a seat already, is of a form sent twice: the same seat."""
    key, recovery = key or secrets.token_urlsafe(KEY_BYTES), new_recovery()
    with database.atomic():
        bump(PEOPLE)
        if there := seat_in(workshop, key):
            return there, key, renew_recovery(there)
        if invitation is not None:
            _use(invitation)
        participant = Participant.create(
            workshop=workshop,
            key_digest=digest(key),
            recovery_digest=digest(cleaned(recovery)),
            nickname=nickname,
            voice=voice,
            way=way,
            user=user,
            # On paper, the card itself says what is kept.
            consented_at=None if way is Way.PAPER else now(),
        )
    return participant, key, recovery


def come_back(participant: Participant) -> str:
    """A new key for somebody who showed their recovery code; the old one ends."""
    key = secrets.token_urlsafe(KEY_BYTES)
    Participant.update(key_digest=digest(key)).where(
        Participant.id == participant.id
    ).execute()
    return key


def end_keys(keys: Iterable[str]) -> None:
    """Let these keys open no seat any more; recovery codes still do."""
    for key in keys:
        Participant.update(key_digest=digest(secrets.token_urlsafe(KEY_BYTES))).where(
            Participant.key_digest == digest(key)
        ).execute()


def renew_recovery(participant: Participant) -> str:
    """A new recovery code; the old one ends."""
    recovery = new_recovery()
    Participant.update(recovery_digest=digest(cleaned(recovery))).where(
        Participant.id == participant.id
    ).execute()
    return recovery


def leave(participant: Participant) -> None:
    """Forget who this was: what they wrote stays without them, what they supported
    goes, and no code brings them back."""
    with database.atomic():
        bump(changes_of(participant.workshop))
        bump(PEOPLE)
        Participant.delete().where(Participant.id == participant.id).execute()
        forget_seats([participant.id])
        forget_authors([participant.id])


def _use(invitation: Invitation) -> None:
    """Used up, on this day: the hour would tell who of the joined was invited so."""
    unused = (Invitation.id == invitation.id) & Invitation.used_at.is_null()
    this_day = datetime.combine(today(), time(12))
    if not Invitation.update(used_at=this_day).where(unused).execute():
        raise Refused(_("This invitation has been used already."))
