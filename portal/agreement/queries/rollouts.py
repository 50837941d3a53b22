"""How far the responsible worker has come, service type by municipality."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from peewee import JOIN

from portal.agreement.models import (
    CardState,
    DefinitionCard,
    DefinitionText,
    Rollout,
    RolloutState,
    RolloutText,
)
from portal.agreement.queries.cards import names
from portal.agreement.queries.figures import Figure
from portal.db import tuples
from portal.directory.queries.areas import municipalities
from portal.directory.queries.names import in_language
from portal.vocabulary.queries import Word, vocabulary


@dataclass(frozen=True)
class Cell:
    """The state in one place; None is not known. The note tells its language."""

    state: RolloutState | None
    since: date | None = None
    note: str = ""
    language: str = ""


@dataclass(frozen=True)
class Table:
    cards: list[tuple[DefinitionCard, DefinitionText]]
    areas: list[Word]
    cells: dict[tuple[int, str], Cell]

    def of_area(self, code: str) -> Figure:
        return self.in_use([self.cells[card.id, code] for card, _name in self.cards])

    def of_card(self, card_id: int) -> Figure:
        return self.in_use([self.cells[card_id, word.code] for word in self.areas])

    @property
    def whole(self) -> Figure:
        return self.in_use(list(self.cells.values()))

    @staticmethod
    def in_use(cells: list[Cell]) -> Figure:
        """Of all these places; one of which nothing is known is not in use yet."""
        used = sum(cell.state is RolloutState.IN_USE for cell in cells)
        return Figure(used, len(cells))


UNKNOWN = Cell(None)


def table(language: str) -> Table:
    """The published cards that agree on a responsible worker, by municipality."""
    words = vocabulary()
    called = names(language)
    cards = sorted(
        (
            (card, called[card.id])
            for card in DefinitionCard.select().where(
                DefinitionCard.responsible_worker,
                DefinitionCard.state == CardState.PUBLISHED,
            )
        ),
        key=lambda pair: pair[1].name.casefold(),
    )
    known = cells(language)
    areas = list(municipalities(words).values())
    return Table(
        cards,
        areas,
        {
            (card.id, area.code): known.get((card.id, area.id), UNKNOWN)
            for area in areas
            for card, _name in cards
        },
    )


def cells(language: str) -> dict[tuple[int, int], Cell]:
    """What is known, by card and area."""
    found: dict[tuple[int, int], tuple[RolloutState, date | None]] = {}
    notes: dict[tuple[int, int], dict[str, str]] = defaultdict(dict)
    for card, area, state, since, spoken, note in tuples(
        Rollout.select(
            Rollout.card,
            Rollout.area,
            Rollout.state,
            Rollout.since,
            RolloutText.language,
            RolloutText.note,
        ).join(RolloutText, JOIN.LEFT_OUTER)
    ):
        found[card, area] = (state, since)
        if note:
            notes[card, area][spoken] = note
    return {
        key: Cell(*said, *in_language(notes[key] or {language: ""}, language))
        for key, said in found.items()
    }


def notes_of(card: DefinitionCard, area: Word) -> dict[str, str]:
    """What is noted of one place, in each language."""
    return dict(
        tuples(
            RolloutText.select(RolloutText.language, RolloutText.note)
            .join(Rollout)
            .where(Rollout.card == card, Rollout.area == area.id)
        )
    )
