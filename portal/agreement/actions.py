"""Writing what is agreed. Each change is one transaction."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from portal.accounts.models import User
from portal.agreement.indexing import entries
from portal.agreement.models import (
    KIND,
    CardState,
    Decision,
    DefinedService,
    DefinitionCard,
    DefinitionText,
    Deviation,
    DeviationText,
    Field,
    Rollout,
    RolloutState,
    RolloutText,
)
from portal.db import bump, database, today, tuples, upsert
from portal.directory.models import CHANGES, Charge, Known, Service, Team
from portal.directory.models import KIND as SERVICE
from portal.links.actions import join, part
from portal.search import actions as search
from portal.text import slugify
from portal.vocabulary.queries import Word

# Addresses of pages that stand beside the cards.
RESERVED = {"new"}


@dataclass(frozen=True)
class Text:
    """A definition card in one language; Markdown where it is long."""

    name: str
    purpose: str = ""
    includes: str = ""
    excludes: str = ""
    criteria: str = ""
    steps: str = ""
    tier_reason: str = ""
    professionals: str = ""
    indicators: str = ""


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is agreed, and by whom. What is None is not agreed."""

    state: CardState = CardState.DRAFT
    tier: Word | None = None
    access: Word | None = None
    charge: Charge | None = None
    assessment: Known | None = None
    recorded: Known | None = None
    name_asked: Known | None = None
    told: Known | None = None
    responsible_worker: bool = False
    team: Team | None = None
    agreed_on: date | None = None
    review_on: date | None = None

    @property
    def columns(self) -> dict[str, object]:
        return {
            **vars(self),
            "tier": self.tier and self.tier.id,
            "access": self.access and self.access.id,
        }


def create(
    texts: Mapping[str, Text], facts: Facts, *, slug: str = ""
) -> DefinitionCard:
    """A new card, by its texts in one language or more."""
    with database.atomic():
        bump(CHANGES)
        first = next(iter(texts.values()))
        wanted = slug or slugify(first.name)
        card = DefinitionCard.create(slug=free_slug(wanted), **facts.columns)
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


@dataclass(frozen=True)
class Ruling:
    """What is decided of a difference, why in each language, and until when."""

    state: Decision
    reasons: Mapping[str, str]
    until: date | None = None


def decide(  # noqa: PLR0913  whose difference it is, and who decides
    card: DefinitionCard,
    service: Service,
    field: Field,
    ruling: Ruling,
    *,
    by: User | None,
    on: date | None = None,
) -> None:
    """Set what is decided of one difference; what was decided before is replaced."""
    with database.atomic():
        bump(CHANGES)
        key = {"card": card, "service": service, "field": field}
        upsert(
            Deviation,
            key,
            state=ruling.state,
            accepted_until=ruling.until,
            decided_by=by,
            decided_on=on or today(),
        )
        deviation = Deviation.get(**key)
        DeviationText.delete().where(DeviationText.deviation == deviation).execute()
        for language, reason in ruling.reasons.items():
            DeviationText.create(deviation=deviation, language=language, reason=reason)


def set_rollout(
    card: DefinitionCard,
    area: Word,
    state: RolloutState | None,
    since: date | None,
    notes: Mapping[str, str],
) -> None:
    """Set how far it has come in one place; None is not known."""
    with database.atomic():
        bump(CHANGES)
        here = (Rollout.card == card) & (Rollout.area == area.id)
        Rollout.delete().where(here).execute()
        if state is None:
            return
        rollout = Rollout.create(card=card, area=area.id, state=state, since=since)
        for language, note in notes.items():
            RolloutText.create(rollout=rollout, language=language, note=note)


def free_slug(wanted: str) -> str:
    """`wanted`, or with the first free number behind it."""
    slug = DefinitionCard.slug
    taken = RESERVED | {row[0] for row in tuples(DefinitionCard.select(slug))}
    number, free = 1, wanted
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free


def _index(card: DefinitionCard) -> None:
    """Search names published cards only."""
    search.replace(KIND, card.id, entries([card.id]))
