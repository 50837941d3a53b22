"""Writing definition cards. Each change is one transaction."""

from collections.abc import Mapping
from dataclasses import asdict

from portal.agreement.actions.drafts import Facts, Text
from portal.agreement.indexing import entries
from portal.agreement.models import (
    KIND,
    DefinedService,
    DefinitionCard,
    DefinitionText,
)
from portal.db import bump, database, upsert
from portal.directory.models import CHANGES, Service
from portal.directory.models import KIND as SERVICE
from portal.links.actions import join, part
from portal.search import actions as search
from portal.slugs import free_slug
from portal.text import slugify

# Addresses of pages that stand beside the cards.
RESERVED = {"new"}


def create(
    texts: Mapping[str, Text], facts: Facts, *, slug: str = ""
) -> DefinitionCard:
    """A new card, by its texts in one language or more."""
    with database.atomic():
        bump(CHANGES)
        first = next(iter(texts.values()))
        wanted = slug or slugify(first.name)
        card = DefinitionCard.create(
            slug=free_slug(DefinitionCard.slug, wanted, RESERVED), **facts.columns
        )
        for language, text in texts.items():
            DefinitionText.create(card=card, language=language, **asdict(text))
        _index(card)
    return card


def set_text(card: DefinitionCard, language: str, text: Text) -> None:
    with database.atomic():
        bump(CHANGES)
        key = {"card": card, "language": language}
        upsert(DefinitionText, key, **asdict(text))
        _index(card)


def set_facts(card: DefinitionCard, facts: Facts) -> None:
    with database.atomic():
        bump(CHANGES)
        this = DefinitionCard.id == card.id
        DefinitionCard.update(facts.columns).where(this).execute()
        _index(card)


def set_service(card: DefinitionCard, service: Service, *, wanted: bool) -> None:
    """The service follows this card, and no other, or no longer follows it."""
    with database.atomic():
        bump(CHANGES)
        before = DefinedService.get_or_none(DefinedService.service == service)
        if before and (before.card == card.id) == (not wanted):
            part(KIND, before.card, SERVICE, service.id)
            before.delete_instance()
        if wanted:
            upsert(DefinedService, {"service": service}, card=card)
            join(KIND, card.id, SERVICE, service.id)


def _index(card: DefinitionCard) -> None:
    """Search names published cards only."""
    search.replace(KIND, card.id, entries([card.id]))
