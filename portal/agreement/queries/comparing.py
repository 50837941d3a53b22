"""Local services held against their definition card."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import reduce
from operator import add

from portal.agreement.models import CardState, Decision, DefinitionCard, Field
from portal.agreement.queries import facts
from portal.agreement.queries.agreed import Decided, agreed, decisions
from portal.agreement.queries.facts import Local
from portal.agreement.queries.figures import NOTHING, Figure
from portal.db import today
from portal.directory.queries.areas import municipalities
from portal.directory.queries.names import in_language
from portal.directory.queries.shelf import EVERYWHERE
from portal.vocabulary.queries import vocabulary


class Verdict(StrEnum):
    """How one compared field stands; what needs somebody comes first."""

    LATE = "late"
    OPEN = "open"
    TO_MEND = "to-mend"
    ACCEPTED = "accepted"
    AGREES = "agrees"


UNIFORM = {Verdict.AGREES, Verdict.ACCEPTED}


@dataclass(frozen=True)
class Item:
    """One field: what is agreed, how it is here, and what was decided of it."""

    field: Field
    expected: tuple[str, ...]
    actual: tuple[str, ...]
    verdict: Verdict
    decided: Decided | None


@dataclass(frozen=True)
class Compared:
    """A service beside its card, in the fields of which something is agreed."""

    card_id: int
    slug: str
    name: str
    language: str
    areas: frozenset[str]
    items: list[Item]

    @property
    def figure(self) -> Figure:
        uniform = sum(item.verdict in UNIFORM for item in self.items)
        return Figure(uniform, len(self.items))

    @property
    def differences(self) -> list[Item]:
        return [item for item in self.items if item.verdict is not Verdict.AGREES]


def compared(language: str, card_id: int | None = None) -> list[Compared]:
    """The public services that follow a published card, or this one card."""
    words = vocabulary()
    cards = {
        card.id: agreed(card, words)
        for card in DefinitionCard.select()
        if card.id == card_id or card.state is CardState.PUBLISHED
    }
    decided = decisions(card_id)
    services = [
        beside(local, cards[local.card_id], decided, language)
        for local in facts.services(card_id)
        if local.card_id in cards
    ]
    return sorted(services, key=lambda s: (s.name.casefold(), s.slug))


def beside(
    local: Local,
    expected: dict[Field, tuple[str, ...]],
    decided: dict[tuple[int, int, Field], Decided],
    language: str,
) -> Compared:
    name, spoken = in_language(local.names, language)
    items = [
        item(
            field,
            wanted,
            local.facts[field],
            decided.get((local.card_id, local.id, field)),
        )
        for field, wanted in expected.items()
    ]
    return Compared(local.card_id, local.slug, name, spoken, local.areas, items)


def item(
    field: Field,
    expected: tuple[str, ...],
    actual: tuple[str, ...],
    decided: Decided | None,
) -> Item:
    same = (
        set(expected) <= set(actual) if field is Field.LANGUAGES else expected == actual
    )
    verdict = Verdict.AGREES if same else judged(decided)
    return Item(field, expected, actual, verdict, decided)


def judged(decided: Decided | None) -> Verdict:
    if decided is None:
        return Verdict.OPEN
    if decided.until is not None and decided.until < today():
        return Verdict.LATE
    accepted = decided.state is Decision.ACCEPTED
    return Verdict.ACCEPTED if accepted else Verdict.TO_MEND


def whole(services: Iterable[Compared]) -> Figure:
    return reduce(add, (service.figure for service in services), NOTHING)


def by_card(services: Iterable[Compared]) -> dict[int, Figure]:
    figures: dict[int, Figure] = defaultdict(lambda: NOTHING)
    for service in services:
        figures[service.card_id] += service.figure
    return dict(figures)


def by_municipality(services: Iterable[Compared]) -> dict[str, Figure]:
    """For each municipality by its code; a service of the whole county counts in
    each."""
    figures = dict.fromkeys(municipalities(vocabulary()), NOTHING)
    for service in services:
        for code in figures:
            if service.areas & {code, EVERYWHERE}:
                figures[code] += service.figure
    return figures


def differences(services: Iterable[Compared]) -> list[tuple[Compared, Item]]:
    """Every difference, those first that need somebody, and what ends first."""
    order = list(Verdict)

    def rank(pair: tuple[Compared, Item]) -> tuple[int, date, str]:
        service, difference = pair
        until = difference.decided.until if difference.decided else None
        return (
            order.index(difference.verdict),
            until or date.max,
            service.name.casefold(),
        )

    found = [(service, i) for service in services for i in service.differences]
    return sorted(found, key=rank)
