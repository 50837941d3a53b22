"""The tier board: what is near, what is further away, and why."""

from collections import defaultdict
from dataclasses import dataclass

from portal.agreement.models import (
    CardState,
    DefinedService,
    DefinitionCard,
    DefinitionText,
)
from portal.db import tuples
from portal.directory.models import (
    Origin,
    Service,
    ServiceTag,
    ServiceText,
    TextState,
)
from portal.directory.queries.names import in_language
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import Word, vocabulary


@dataclass(frozen=True)
class Placed:
    """A service on its tier. Name and reason each tell the language they are in.
    `agreed` is a reason that its definition card gives for every such service."""

    slug: str
    name: str
    language: str
    reason: str
    reason_language: str
    agreed: bool


@dataclass(frozen=True)
class Tier:
    word: Word
    services: list[Placed]

    @property
    def without_reason(self) -> int:
        return sum(not placed.reason for placed in self.services)


def board(language: str) -> list[Tier]:
    """The tiers in their order; on each, the services without a reason first."""
    tiers = vocabulary().of(Scheme.TIER)
    texts: dict[tuple[int, str], dict[str, tuple[str, str]]] = defaultdict(dict)
    for term_id, slug, spoken, name, reason in tuples(
        ServiceTag.select(
            ServiceTag.term,
            Service.slug,
            ServiceText.language,
            ServiceText.name,
            ServiceText.tier_reason,
        )
        .join(Service)
        .join(ServiceText)
        .where(
            ServiceTag.term.in_([word.id for word in tiers.values()]),
            Service.origin == Origin.REGION,
            ServiceText.state == TextState.PUBLISHED,
        )
    ):
        texts[term_id, slug][spoken] = (name, reason)
    agreed = agreed_reasons()
    placed: dict[int, list[Placed]] = defaultdict(list)
    for (term_id, slug), written in texts.items():
        common = agreed.get((term_id, slug), {})
        placed[term_id].append(place(slug, written, common, language))
    return [Tier(word, in_order(placed[word.id])) for word in tiers.values()]


def agreed_reasons() -> dict[tuple[int, str], dict[str, str]]:
    """The reason for a tier that published cards give, by tier and service."""
    reasons: dict[tuple[int, str], dict[str, str]] = defaultdict(dict)
    for tier, slug, language, reason in tuples(
        DefinedService.select(
            DefinitionCard.tier,
            Service.slug,
            DefinitionText.language,
            DefinitionText.tier_reason,
        )
        .join(Service)
        .switch(DefinedService)
        .join(DefinitionCard)
        .join(DefinitionText)
        .where(
            DefinitionCard.state == CardState.PUBLISHED,
            DefinitionText.tier_reason != "",
        )
    ):
        reasons[tier, slug][language] = reason
    return reasons


def place(
    slug: str,
    written: dict[str, tuple[str, str]],
    agreed: dict[str, str],
    language: str,
) -> Placed:
    (name, _reason), spoken = in_language(written, language)
    own = {code: reason for code, (_name, reason) in written.items() if reason}
    reason, said_in = in_language(own or agreed or {language: ""}, language)
    return Placed(slug, name, spoken, reason, said_in, not own and bool(reason))


def in_order(placed: list[Placed]) -> list[Placed]:
    return sorted(placed, key=lambda p: (bool(p.reason), p.name.casefold(), p.slug))
