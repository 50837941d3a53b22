"""Definition cards as rows of a list, and as a page."""

from collections import defaultdict
from dataclasses import dataclass

from portal.agreement.models import (
    CardState,
    DefinitionCard,
    DefinitionText,
    Field,
)
from portal.agreement.queries import comparing
from portal.agreement.queries.agreed import agreed
from portal.agreement.queries.comparing import Compared
from portal.agreement.queries.figures import NOTHING, Figure
from portal.agreement.queries.totals import totals
from portal.db import today, tuples
from portal.directory.queries.names import in_language, team_names
from portal.vocabulary.queries import Word, vocabulary


@dataclass(frozen=True)
class Row:
    card: DefinitionCard
    text: DefinitionText
    services: int
    figure: Figure


@dataclass(frozen=True)
class Listing:
    rows: list[Row]
    areas: list[tuple[Word, Figure]]
    figure: Figure


@dataclass(frozen=True)
class Page:
    """A card in the language asked for or, marked, in another."""

    card: DefinitionCard
    text: DefinitionText
    missing: bool
    texts: dict[str, DefinitionText]
    team: tuple[str, str] | None
    services: list[Compared]
    figure: Figure

    @property
    def agreed(self) -> dict[Field, tuple[str, ...]]:
        """What every service is held against, by field; empty is not agreed."""
        said = agreed(self.card, vocabulary())
        return {field: said.get(field, ()) for field in Field}

    @property
    def late(self) -> bool:
        """Its review is past due."""
        review = self.card.review_on
        return review is not None and review < today()


def card(slug: str) -> DefinitionCard | None:
    return DefinitionCard.get_or_none(DefinitionCard.slug == slug)


def listing(language: str, *, drafts: bool) -> Listing:
    """The published cards, and the drafts for those who may see them."""
    counted = totals()
    texts = texts_of()
    rows = [
        Row(
            found,
            in_language(texts[found.id], language)[0],
            counted.services[found.id],
            counted.by_card.get(found.id, NOTHING),
        )
        for found in DefinitionCard.select()
        if drafts or found.state is CardState.PUBLISHED
    ]
    areas = vocabulary().of("area")
    return Listing(
        sorted(rows, key=lambda row: row.text.name.casefold()),
        [(areas[code], figure) for code, figure in counted.by_municipality.items()],
        counted.whole,
    )


def names(language: str) -> dict[int, DefinitionText]:
    """The text of every card, in this language or, as it tells, in another."""
    texts = texts_of().items()
    return {card_id: in_language(written, language)[0] for card_id, written in texts}


def slugs() -> dict[int, str]:
    return dict(tuples(DefinitionCard.select(DefinitionCard.id, DefinitionCard.slug)))


def texts_of(card_id: int | None = None) -> dict[int, dict[str, DefinitionText]]:
    texts: dict[int, dict[str, DefinitionText]] = defaultdict(dict)
    wanted = True if card_id is None else DefinitionText.card == card_id
    for text in DefinitionText.select().where(wanted):
        texts[text.card][text.language] = text
    return texts


def page(found: DefinitionCard, language: str) -> Page:
    texts = texts_of(found.id)[found.id]
    text, spoken = in_language(texts, language)
    services = comparing.compared(language, found.id)
    return Page(
        found,
        text,
        spoken != language,
        texts,
        team_names(language).get(found.team),
        services,
        comparing.whole(services),
    )
