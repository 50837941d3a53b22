"""Mergers and comments with the fewest words."""

from itertools import count

from portal.proposals import actions
from portal.proposals.models import Comment, Merger, Proposal, Stance, State
from portal.proposals.wording import Wording
from portal.workshops.actions import set_phase
from portal.workshops.models import Participant, Phase, Workshop
from tests.factories import make_participant

_numbers = count(1)


def make_merger(*parts: Proposal, suggestion: str = "One for all") -> Merger:
    """A merger whose authors are asked."""
    return actions.ask_authors(
        Workshop.get_by_id(parts[0].workshop),
        [part.id for part in parts],
        Wording(suggestion, "They say the same."),
        language="en",
        asked_by=None,
    )


def merge(*parts: Proposal, suggestion: str = "One for all") -> Proposal:
    """What these have become, since every author agreed."""
    merger = make_merger(*parts, suggestion=suggestion)
    for part in parts:
        author = Participant.get_by_id(part.author)
        actions.set_consent(merger, author, wanted=True)
    return Proposal.get_by_id(Merger.get_by_id(merger.id).result)


def make_comment(
    proposal: Proposal,
    body: str = "",
    *,
    author: Participant | None = None,
    stance: Stance = Stance.QUESTION,
    state: State = State.PUBLISHED,
    language: str = "en",
    replies_to: Comment | None = None,
) -> Comment:
    """A comment in this state, whichever phase the workshop is in."""
    workshop = Workshop.get_by_id(proposal.workshop)
    phase = workshop.phase
    set_phase(workshop, Phase.DISCUSS)
    number = next(_numbers)
    made = actions.comment(
        proposal,
        author or make_participant(workshop),
        body or f"Comment {number}",
        stance=stance,
        language=language,
        submission=f"comment-{number}",
        replies_to=replies_to,
    )
    if state is State.PUBLISHED:
        actions.publish_comment(made.id)
    elif state is State.RETURNED:
        actions.send_comment_back(made.id)
    elif state is State.WITHDRAWN:
        actions.set_comment_withdrawn(made, wanted=True)
    set_phase(workshop, phase)
    return Comment.get_by_id(made.id)
