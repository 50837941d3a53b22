"""Who answers for an area, and the links by which they do."""

from dataclasses import asdict, dataclass
from datetime import timedelta

from flask_babel import gettext as _

from portal.db import bump, database, now
from portal.errors import Refused
from portal.inventories import letters
from portal.inventories.models import (
    CHANGES,
    Inventory,
    InventoryAnswer,
    InventoryState,
    Respondent,
)
from portal.inventories.queries.inventories import Found, by_ids
from portal.inventories.queries.respondents import respondents, to_remind
from portal.notices import actions as notices

EMAIL_KEPT_DAYS = 30
NOT_ASKED = {"asked_at": None, "reminded_at": None}


@dataclass(frozen=True)
class Contact:
    """Who is asked: a role, and where the link is sent."""

    role: str
    email: str
    language: str


def add(inventory: Inventory, area: int, contact: Contact) -> None:
    """Ask one area. The same again changes nothing; another for it is refused."""
    with database.atomic():
        bump(CHANGES)
        this = (Respondent.inventory == inventory.id) & (Respondent.area == area)
        there = Respondent.get_or_none(this)
        if there is None:
            Respondent.create(inventory=inventory, area=area, **asdict(contact))
        elif Contact(there.role, there.email, there.language) != contact:
            raise Refused(_("Somebody answers for this municipality already."))


def change(row: Respondent, contact: Contact) -> None:
    """An address that is new was not sent the link yet."""
    with database.atomic():
        bump(CHANGES)
        this = Respondent.id == row.id
        moved = (Respondent.email != contact.email) & this
        Respondent.update(NOT_ASKED).where(moved).execute()
        Respondent.update(asdict(contact)).where(this).execute()


def remove(row: Respondent) -> None:
    """Ask an area no more, unless it has answered."""
    with database.atomic():
        bump(CHANGES)
        theirs = InventoryAnswer.respondent == row.id
        if InventoryAnswer.select().where(theirs).exists():
            raise Refused(
                _("They have answered already. End the link instead: answers stay.")
            )
        Respondent.delete().where(Respondent.id == row.id).execute()


def end_link(row: Respondent, seen: int) -> None:
    """End the link with this number. There is a new one, which nobody has yet."""
    with database.atomic():
        bump(CHANGES)
        this = (Respondent.id == row.id) & (Respondent.link_edition == seen)
        Respondent.update(NOT_ASKED, link_edition=seen + 1).where(this).execute()


def invite(found: Found, only: int | None = None) -> int:
    """Send the link to those who have an address and were not sent it, or to this one
    `only`. Returns how many letters wait in the outbox."""
    with database.atomic():
        bump(CHANGES)
        if Inventory.get_by_id(found.id).state is not InventoryState.ASKING:
            raise Refused(_("Begin to ask first: until then the links show nothing."))
        sent = 0
        for asked in respondents(found.id):
            row = asked.row
            if not row.email or row.asked_at or only not in {None, row.id}:
                continue
            Respondent.update(asked_at=now()).where(Respondent.id == row.id).execute()
            notices.put(row.email, *letters.invitation(found, asked))
            sent += 1
    return sent


def remind() -> int:
    """One letter to each who has not said they are done, once a week at most. Returns
    how many."""
    sent, due = 0, to_remind()
    found = by_ids([asked.row.inventory for asked in due])
    for asked in due:
        with database.atomic():
            this = (Respondent.id == asked.row.id) & (
                Respondent.reminded_at.is_null()
                if asked.row.reminded_at is None
                else Respondent.reminded_at == asked.row.reminded_at
            )
            if not Respondent.update(reminded_at=now()).where(this).execute():
                continue
            notices.put(
                asked.row.email, *letters.reminder(found[asked.row.inventory], asked)
            )
            sent += 1
    return sent


def erase_addresses() -> int:
    """Erase the e-mail of those who answered inventories that were closed a while
    ago. Returns how many."""
    old = now() - timedelta(days=EMAIL_KEPT_DAYS)
    over = Inventory.select(Inventory.id).where(Inventory.closed_at < old)
    with database.atomic():
        bump(CHANGES)
        theirs = (Respondent.email != "") & Respondent.inventory.in_(over)
        return int(Respondent.update(email="").where(theirs).execute())
