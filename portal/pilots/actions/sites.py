"""Who tells how it goes at a site, and the link by which they do."""

from datetime import timedelta

from flask_babel import gettext as _

from portal.db import bump, database, now
from portal.errors import Refused
from portal.notices import actions as notices
from portal.pilots import letters
from portal.pilots.models import CHANGES, Pilot, PilotState, Site
from portal.pilots.queries.entries import Telling, to_remind
from portal.pilots.queries.shelf import Shelved

AT_ONCE = timedelta(minutes=1)
EMAIL_KEPT_DAYS = 30
OVER = (PilotState.NOT_SELECTED, PilotState.PERMANENT)


def set_email(site_id: int, email: str) -> None:
    """An address that is new was written to by nobody yet."""
    with database.atomic():
        bump(CHANGES)
        moved = (Site.id == site_id) & (Site.email != email)
        Site.update(email=email, reminded_at=None).where(moved).execute()


def end_link(site_id: int, seen: int) -> None:
    """End the link with this number. There is a new one, which nobody has yet."""
    with database.atomic():
        bump(CHANGES)
        this = (Site.id == site_id) & (Site.link_edition == seen)
        Site.update(link_edition=seen + 1, reminded_at=None).where(this).execute()


def invite(pilot: Shelved, one: Telling) -> None:
    """Send the link to who tells. Pressed twice, it is sent once."""
    if not one.email:
        raise Refused(_("Write the e-mail address first."))
    with database.atomic():
        bump(CHANGES)
        before = now() - AT_ONCE
        rested = Site.reminded_at.is_null() | (Site.reminded_at < before)
        this = (Site.id == one.site.id) & rested
        if Site.update(reminded_at=now()).where(this).execute():
            notices.put(one.email, *letters.invitation(pilot, one))


def remind() -> int:
    """A letter to each site that has not told of a period that is over, once a week at
    most. Returns how many."""
    sent = 0
    for pilot, one in to_remind():
        with database.atomic():
            same = (
                Site.reminded_at.is_null()
                if one.reminded_at is None
                else Site.reminded_at == one.reminded_at
            )
            this = (Site.id == one.site.id) & same
            if not Site.update(reminded_at=now()).where(this).execute():
                continue
            notices.put(one.email, *letters.reminder(pilot, one))
            sent += 1
    return sent


def erase_addresses() -> int:
    """Erase the e-mail of those who told, once a pilot has been over for a while.
    Returns how many."""
    old = now() - timedelta(days=EMAIL_KEPT_DAYS)
    over = Pilot.select(Pilot.id).where(Pilot.state.in_(OVER), Pilot.updated_at < old)
    with database.atomic():
        bump(CHANGES)
        theirs = (Site.email != "") & Site.pilot.in_(over)
        return int(Site.update(email="").where(theirs).execute())
