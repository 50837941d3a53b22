"""Paper cards: printing them, and entering what people wrote on them."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from portal.accounts.models import User, Voice
from portal.db import bump, database, now
from portal.proposals.actions import Origin, Wording, propose
from portal.proposals.models import PaperCard, Proposal, Relation
from portal.web import tag
from portal.workshops.models import Way, Workshop

MOST_CARDS = 200
MOST_LINES = 100


@dataclass(frozen=True)
class Written:
    """What stands on one card. Paper that we did not print has no number."""

    number: int | None
    wording: Wording


@dataclass(frozen=True)
class Writer:
    """Of those who wrote the cards: their voice, language, and whose words they are."""

    voice: Voice
    language: str
    relation: Relation


class WrongCard(Exception):  # noqa: N818  not a fault: numbers are misread
    """A number that is no free card of this workshop; `place` is its place among the
    cards that were entered."""

    def __init__(self, place: int, message: str, proposal: int | None = None) -> None:
        super().__init__(message)
        self.place = place
        self.message = message
        self.proposal = proposal


def print_cards(workshop: Workshop, count: int) -> list[int]:
    """The numbers of as many new cards."""
    with database.atomic():
        bump(f"cards:{workshop.id}")
        row = {"workshop": workshop.id, "printed_at": now()}
        PaperCard.insert_many([row] * count).execute()
        here = PaperCard.workshop == workshop.id
        newest = PaperCard.select(PaperCard.id).where(here)
        rows = newest.order_by(PaperCard.id.desc()).limit(count)
        return sorted(row.id for row in rows)


def enter_cards(
    workshop: Workshop,
    user: User,
    cards: Sequence[Written],
    writer: Writer,
    *,
    submission: str,
) -> list[Proposal]:
    """Put what stands on cards into the moderators' queue: all of them, or none. The
    same form sent twice enters them once. Raises WrongCard."""
    origin = Origin(writer.relation, writer.voice, Way.PAPER, user)
    with database.atomic():
        bump(f"cards:{workshop.id}")
        entered = []
        for place, card in enumerate(cards):
            proposal = propose(
                workshop,
                None,
                card.wording,
                language=writer.language,
                submission=tag(submission, place, card, writer, workshop.id, user.id),
                origin=origin,
            )
            if card.number is not None:
                _join(workshop, place, card.number, proposal)
            entered.append(proposal)
    return entered


def _join(workshop: Workshop, place: int, number: int, proposal: Proposal) -> None:
    this = (PaperCard.id == number) & (PaperCard.workshop == workshop.id)
    card = PaperCard.get_or_none(this)
    if card is None:
        raise WrongCard(
            place,
            _(
                "There is no card %(number)s in this workshop. Look at the number "
                "once more.",
                number=number,
            ),
        )
    if card.proposal not in {None, proposal.id}:
        raise WrongCard(
            place,
            _(
                "Card %(number)s is in already, as proposal %(proposal)s.",
                number=number,
                proposal=card.proposal,
            ),
            card.proposal,
        )
    PaperCard.update(proposal=proposal.id).where(this).execute()
