"""Cards that are to be checked again, and whom to ask."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from peewee import JOIN

from portal.accounts.models import User
from portal.db import today, tuples
from portal.directory.models import Organisation, Origin, Service, ServiceText
from portal.directory.queries.texts import visible_texts
from portal.directory.reviews import months_after
from portal.upkeep.models import ReviewReminder
from portal.upkeep.queries.scope import kept

REMIND_DAYS = 14
LONGEST_MONTH = 31


@dataclass(frozen=True)
class Due:
    """A card and by when it is to be checked: never checked means long since."""

    service_id: int
    checked_on: date | None
    next_check: date
    address: str
    reminded_on: date | None

    @property
    def late(self) -> bool:
        return self.next_check < today()


def due(
    until: date,
    mine: frozenset[int] | None = None,
    team: str = "",
    organisation: str = "",
) -> list[Due]:
    """The region's public cards whose next check is on `until` or before, the longest
    overdue first. Two statements."""
    found = []
    for service_id, checked, months, own, shared, reminded in tuples(
        Service.select(
            Service.id,
            Service.checked_on,
            Service.review_months,
            Service.review_email,
            Organisation.email,
            ReviewReminder.sent_on,
        )
        .join(Organisation, JOIN.LEFT_OUTER)
        .switch(Service)
        .join(ReviewReminder, JOIN.LEFT_OUTER)
        .where(
            Service.origin == Origin.REGION,
            Service.id.in_(visible_texts(ServiceText.service)),
            _may_be_due(until),
            kept(mine, team, organisation),
        )
    ):
        next_check = months_after(checked, months) if checked else date.min
        if next_check <= until:
            address = own or shared or ""
            found.append(Due(service_id, checked, next_check, address, reminded))
    return sorted(found, key=lambda card: (card.next_check, card.service_id))


def to_remind() -> list[Due]:
    """Those of which somebody is to be asked now: nobody is asked twice in a while."""
    horizon = today() + timedelta(days=REMIND_DAYS)
    asked = today() - timedelta(days=REMIND_DAYS)
    return [
        card
        for card in due(horizon)
        if card.address and (card.reminded_on is None or card.reminded_on <= asked)
    ]


def languages_of(addresses: Iterable[str]) -> dict[str, str]:
    """The language of each address that has an account."""
    wanted = sorted({address.casefold() for address in addresses})
    found = User.select(User.email, User.language).where(User.email.in_(wanted))
    return dict(tuples(found))


def _may_be_due(until: date) -> Any:
    """A rough sieve that both engines read alike: one limit for each interval."""
    intervals = [
        row[0] for row in tuples(Service.select(Service.review_months).distinct())
    ]
    condition: Any = Service.checked_on.is_null()
    for months in intervals:
        latest = months_after(until, -months) + timedelta(days=LONGEST_MONTH)
        condition |= (Service.review_months == months) & (Service.checked_on <= latest)
    return condition
