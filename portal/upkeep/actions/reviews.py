"""Asking whether cards still hold, and storing that they do."""

from collections import defaultdict

from flask_babel import gettext as _

from portal.accounts.models import User
from portal.db import bump, database, today, upsert
from portal.directory.models import CHANGES, Service
from portal.directory.queries.named import Named, named
from portal.errors import Refused
from portal.i18n import LANGUAGES
from portal.notices import actions as notices
from portal.upkeep.actions.notifying import tell_of_due
from portal.upkeep.actions.saving import SERVICES, set_values
from portal.upkeep.letters import review_letter
from portal.upkeep.models import ReviewReminder
from portal.upkeep.notes import Note
from portal.upkeep.queries import reviews
from portal.upkeep.queries.reviews import Due

# To an address that belongs to no account, the region writes in both its languages.
NATIONAL = ("fi", "sv")


def confirm(service: Service, *, edition: int, note: Note, by: User | None) -> None:
    """The card still holds, as it was read in this edition: it is checked today.
    Refused if it has changed since."""
    with database.atomic():
        bump(CHANGES)
        if SERVICES.current_edition(service) != edition:
            raise Refused(
                _("The card changed while you were reading it. Read it again.")
            )
        checked = {"checked_on": today().isoformat()}
        set_values(service, checked, by=by, note=note)  # type: ignore[arg-type]


def remind() -> tuple[int, int]:
    """One letter to each address about its cards whose check is near or late.
    Returns how many letters and how many cards."""
    cards = reviews.to_remind()
    ids = [card.service_id for card in cards]
    names = {code: named(ids, code) for code in LANGUAGES}
    by_address: dict[str, list[Due]] = defaultdict(list)
    for card in cards:
        by_address[card.address.casefold()].append(card)
    speaks = reviews.languages_of(by_address)
    for address, asked in by_address.items():
        languages = (speaks[address],) if address in speaks else NATIONAL
        _ask(address, asked, {code: names[code] for code in languages})
    tell_of_due(ids, by_address)
    return len(by_address), len(cards)


def _ask(address: str, cards: list[Due], names: dict[str, dict[int, Named]]) -> None:
    with database.atomic():
        for card in cards:
            upsert(ReviewReminder, {"service": card.service_id}, sent_on=today())
        notices.put(address, *review_letter(cards, names))
