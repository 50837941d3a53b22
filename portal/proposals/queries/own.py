"""The visitor's own proposals that are not on the board as they wrote them."""

from dataclasses import dataclass

from portal.accounts.models import User
from portal.moderation.queries import Verdict, verdicts
from portal.proposals.models import KIND, Proposal, Rewording, State
from portal.proposals.queries.boards import Slip, slips_where
from portal.workshops.models import Participant, Way

NOT_THERE = [State.WAITING, State.RETURNED]


@dataclass(frozen=True)
class Mine:
    """A proposal of the visitor's own that waits or has come back, or whose new words
    have; and what was decided of it."""

    slip: Slip
    decided: Verdict | None
    new_words: bool
    returned: bool


def own_proposals(
    workshop_id: int, me: Participant | None, user: User | None = None
) -> list[Mine]:
    """Newest first: those of one's seat, and those one entered for somebody."""
    if me is None and user is None:
        return []
    mine = Proposal.id < 0
    if me:
        mine |= Proposal.author == me
    if user:
        # Of paper cards, of which one enters many, only those that came back.
        still_out = (Proposal.way == Way.PAPER) & (Proposal.state == State.WAITING)
        mine |= (Proposal.entered_by == user.id) & ~still_out
    changing = Rewording.select(Rewording.proposal)
    found = slips_where(
        me,
        (Proposal.workshop == workshop_id)
        & mine
        & (
            Proposal.state.in_(NOT_THERE)
            | ((Proposal.state == State.PUBLISHED) & Proposal.id.in_(changing))
        ),
    )
    if not found:
        return []
    ids = [slip.id for slip in found]
    decided = verdicts(KIND, ids)
    new = {
        row.proposal: row.returned
        for row in Rewording.select(Rewording.proposal, Rewording.returned).where(
            Rewording.proposal.in_(ids)
        )
    }
    return [
        Mine(
            slip,
            decided.get(slip.id),
            new_words=slip.id in new,
            returned=new.get(slip.id, slip.state is State.RETURNED),
        )
        for slip in reversed(found)
    ]
