"""Erasing who took part, when a workshop said it would."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from portal.db import bump, database, tuples
from portal.moderation.actions import forget_authors
from portal.notices.actions import forget_seats
from portal.workshops.models import (
    Invitation,
    Participant,
    Registration,
    Session,
    Workshop,
)
from portal.workshops.queries import changes_of
from portal.workshops.queries.people import PEOPLE

CONTACT_DAYS = 30
"""After a session, for which e-mail addresses and needs are kept."""


@dataclass(frozen=True)
class Forgotten:
    workshops: int
    participants: int
    registrations: int
    invitations: int


def forget(day: date) -> Forgotten:
    """Of workshops whose date of deletion is before this day: erase participants, with
    their drafts and supports, registrations and invitations. What was proposed and
    answered stays, and nothing says any more who wrote it."""
    due = Workshop.select(Workshop.id).where(Workshop.deletes_on < day)
    with database.atomic():
        ids = sorted(workshop.id for workshop in due)
        # In the order of those who leave: nobody holds one and waits for the other.
        for workshop_id in ids:
            bump(changes_of(workshop_id))
        bump(PEOPLE)
        sessions = Session.select(Session.id).where(Session.workshop.in_(ids))
        booked, invited, joined = (
            Registration.session.in_(sessions),
            Invitation.workshop.in_(ids),
            Participant.workshop.in_(ids),
        )
        seats = Participant.select(Participant.id).where(joined)
        ids_of_seats = [number for (number,) in tuples(seats)]
        forget_seats(ids_of_seats)
        forget_authors(ids_of_seats)
        return Forgotten(
            len(ids),
            registrations=Registration.delete().where(booked).execute(),
            invitations=Invitation.delete().where(invited).execute(),
            participants=Participant.delete().where(joined).execute(),
        )


def forget_contacts(moment: datetime) -> int:
    """Erase e-mail addresses and needs a while after each session. Returns of how many
    registrations."""
    over = Session.select(Session.id).where(
        Session.ends_at < moment - timedelta(days=CONTACT_DAYS)
    )
    held = (Registration.email != "") | (Registration.needs != "")
    return int(
        Registration.update(email="", needs="")
        .where(Registration.session.in_(over), held)
        .execute()
    )
