"""What a poll that is being made can offer, and what it offers now."""

from collections import defaultdict

from portal.ballots.drafts import OptionDraft
from portal.ballots.models import PollOption, PollOptionText
from portal.db import tuples
from portal.proposals.models import Proposal, State


def on_board(workshop_id: int) -> dict[int, tuple[str, str]]:
    """The proposals on the board: their language and words, by number."""
    found = tuples(
        Proposal.select(Proposal.id, Proposal.language, Proposal.suggestion)
        .where(Proposal.workshop == workshop_id, Proposal.state == State.PUBLISHED)
        .order_by(Proposal.id)
    )
    return {number: (spoken, words) for number, spoken, words in found}


def drafts(poll_id: int) -> list[OptionDraft]:
    options = list(
        PollOption.select()
        .where(PollOption.poll == poll_id)
        .order_by(PollOption.position, PollOption.id)
    )
    titles: dict[int, dict[str, str]] = defaultdict(dict)
    these = PollOptionText.option.in_([option.id for option in options])
    for text in PollOptionText.select().where(these):
        titles[text.option][text.language] = text.title
    return [
        OptionDraft(option.proposal, titles[option.id], option.cost)
        for option in options
    ]
