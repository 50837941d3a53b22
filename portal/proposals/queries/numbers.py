"""What stands behind a number: that of a paper card, or of a proposal itself."""

from dataclasses import dataclass
from datetime import datetime

from peewee import JOIN, Expression

from portal.db import rows
from portal.proposals.models import PaperCard, Proposal, State
from portal.screening.screen import tells_danger


@dataclass(frozen=True)
class Numbered:
    """Where a proposal stands. `card` is the number of its paper card."""

    id: int | None
    card: int | None
    workshop: int
    state: State | None
    language: str | None
    suggestion: str | None
    problem: str | None
    helps: str | None
    merged_into: int | None
    written_at: datetime | None

    @property
    def is_public(self) -> bool:
        return self.state in {State.PUBLISHED, State.MERGED}

    @property
    def worries(self) -> bool:
        """Whether it waits and tells of danger."""
        words = (self.suggestion or "", self.problem or "", self.helps or "")
        return self.state is State.WAITING and tells_danger(*words)


COLUMNS = (
    Proposal.id,
    PaperCard.id.alias("card"),
    Proposal.state,
    Proposal.language,
    Proposal.suggestion,
    Proposal.problem,
    Proposal.helps,
    Proposal.merged_into,
    Proposal.written_at,
)


def by_number(number: int) -> list[Numbered]:
    """The card with this number first, then the proposal with it: two things may have
    the same."""
    card = (
        PaperCard.select(*COLUMNS, PaperCard.workshop)
        .join(Proposal, JOIN.LEFT_OUTER)
        .where(PaperCard.id == number)
    )
    return [*rows(card, Numbered), *proposals_where(Proposal.id == number)]


def proposals_where(which: Expression) -> list[Numbered]:
    query = (
        Proposal.select(*COLUMNS, Proposal.workshop)
        .join(PaperCard, JOIN.LEFT_OUTER)
        .where(which)
    )
    return rows(query, Numbered)


def entered_here(workshop_id: int, number: int) -> Numbered | None:
    """A proposal of this workshop with the card that it came on."""
    these = (Proposal.id == number) & (Proposal.workshop == workshop_id)
    return next(iter(proposals_where(these)), None)
