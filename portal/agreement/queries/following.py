"""Services that might follow a card."""

from collections import defaultdict
from dataclasses import dataclass

from peewee import JOIN

from portal.agreement.models import DefinedService
from portal.agreement.queries.cards import names
from portal.db import tuples
from portal.directory.models import Origin, Service, ServiceText, TextState
from portal.directory.queries.names import in_language

MOST_FOUND = 20


@dataclass(frozen=True)
class Candidate:
    """A public service, and the name of the card that it follows now, if any."""

    slug: str
    name: str
    language: str
    card_id: int | None
    card: str
    card_language: str


def service_at(slug: str) -> Service | None:
    """A service of the region by the end of its address."""
    return Service.get_or_none(Service.slug == slug, Service.origin == Origin.REGION)


def candidates(question: str, language: str) -> list[Candidate]:
    """Public services with these words in their name, in any language."""
    named = ServiceText.name.contains(question)
    found = (
        ServiceText.select(ServiceText.service)
        .join(Service)
        .where(
            named,
            Service.origin == Origin.REGION,
            ServiceText.state == TextState.PUBLISHED,
        )
        .distinct()
        .order_by(ServiceText.service)
        .limit(MOST_FOUND)
    )
    ids = [row[0] for row in tuples(found)]
    texts: dict[int, dict[str, str]] = defaultdict(dict)
    known: dict[int, tuple[str, int | None]] = {}
    for service_id, slug, card_id, spoken, name in tuples(
        ServiceText.select(
            ServiceText.service,
            Service.slug,
            DefinedService.card,
            ServiceText.language,
            ServiceText.name,
        )
        .join(Service)
        .join(DefinedService, JOIN.LEFT_OUTER)
        .where(Service.id.in_(ids), ServiceText.state == TextState.PUBLISHED)
    ):
        texts[service_id][spoken] = name
        known[service_id] = (slug, card_id)
    cards = names(language)
    rows = []
    for service_id, (slug, card_id) in known.items():
        name, spoken = in_language(texts[service_id], language)
        card = cards[card_id] if card_id else None
        rows.append(
            Candidate(
                slug,
                name,
                spoken,
                card_id,
                card.name if card else "",
                card.language if card else "",
            )
        )
    return sorted(rows, key=lambda row: row.name.casefold())
