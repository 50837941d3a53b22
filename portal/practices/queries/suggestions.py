"""Other words that readers suggest, as who looks may see them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from peewee import Expression

from portal.accounts.models import Voice
from portal.db import rows
from portal.moderation.queries import Verdict, verdicts
from portal.practices.models import (
    SUGGESTION,
    Practice,
    Suggestion,
    SuggestionState,
)
from portal.practices.queries.suggested import Part, new_words
from portal.screening.screen import tells_danger

SEEN_BY_KEEPERS = [
    SuggestionState.OFFERED,
    SuggestionState.TAKEN,
    SuggestionState.DECLINED,
]
MOST = 200


@dataclass(frozen=True)
class Found:
    """A suggestion as the policy asks about it: whose it is, and the organisations that
    look after the practice."""

    suggestion: Suggestion
    mine: bool
    organisations: frozenset[int]
    decided: Verdict | None = None

    def worries(self, suggested: Iterable[Part]) -> bool:
        """Whether it waits, and what is new in it tells of danger."""
        row = self.suggestion
        waits = self.mine and row.state is SuggestionState.WAITING
        return waits and tells_danger(*new_words(row, suggested).values())


@dataclass(frozen=True)
class Row:
    """A suggestion in a list."""

    id: int
    why: str
    language: str
    voice: Voice
    state: SuggestionState
    written_at: datetime
    author: int | None


def listed(practice_id: int, me: int, *, keeps: bool) -> list[Row]:
    """One's own, and what is offered to those who look after the practice, what waits
    for them first. One statement."""
    seen: Expression = (Suggestion.author == me) & (Suggestion.values != "")
    if keeps:
        seen |= Suggestion.state.in_(SEEN_BY_KEEPERS)
    waits: Expression = Suggestion.state == SuggestionState.OFFERED
    return rows(
        Suggestion.select(
            Suggestion.id,
            Suggestion.why,
            Suggestion.language,
            Suggestion.voice,
            Suggestion.state,
            Suggestion.written_at,
            Suggestion.author,
        )
        .where(Suggestion.practice == practice_id, seen)
        .order_by(waits.desc(), Suggestion.id.desc())
        .limit(MOST),
        Row,
    )


def suggestion(  # noqa: PLR0913  who may see it
    practice: Practice,
    number: int,
    me: int,
    *,
    organisations: frozenset[int],
    keeps: bool,
    sees_all: bool,
) -> Found | None:
    row = Suggestion.get_or_none(
        Suggestion.id == number, Suggestion.practice == practice.id
    )
    if row is None:
        return None
    mine = row.author == me
    if not (mine or sees_all or (keeps and row.state in SEEN_BY_KEEPERS)):
        return None
    decided = verdicts(SUGGESTION, [number]).get(number) if mine else None
    return Found(row, mine, organisations, decided)


def by_id(ids: Sequence[int]) -> list[Suggestion]:
    these = Suggestion.id.in_(list(ids))
    return list(Suggestion.select().where(these).order_by(Suggestion.id))
