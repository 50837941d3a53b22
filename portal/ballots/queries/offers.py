"""What a poll that is being made can offer, and what it offers now."""

from collections import defaultdict

from portal.ballots.drafts import OptionDraft
from portal.ballots.models import Poll, PollOption, PollOptionText
from portal.ballots.queries.polls import texts
from portal.db import tuples
from portal.proposals.models import Proposal, State
from portal.web import tag


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
    for text in PollOptionText.select().where(these).order_by(PollOptionText.id):
        titles[text.option][text.language] = text.title
    return [
        OptionDraft(option.proposal, titles[option.id], option.cost)
        for option in options
    ]


def stamp(poll: Poll) -> str:
    """Changes whenever what is set in a poll does."""
    settings = (poll.dots, poll.most_dots, poll.top_score, poll.budget)
    facts = (poll.method, settings, poll.closes_at)
    options = [
        (draft.proposal, sorted(draft.titles.items()), draft.cost)
        for draft in drafts(poll.id)
    ]
    return tag(facts, sorted(texts(poll.id).items()), options)
