"""Publishing many proposals or comments at once."""

from collections.abc import Iterable, Sequence

from portal.db import bump, now, tuples
from portal.links.models import Link
from portal.proposals.actions.notifying import tell_of_comments, tell_of_new
from portal.proposals.actions.publishing import publish
from portal.proposals.models import KIND, Comment, Proposal, Rewording, State
from portal.workshops.queries import changes_of

UNSEEN = [State.WAITING, State.RETURNED]


def publish_all(ids: Sequence[int]) -> None:
    """Put these on the board. What needs a closer look is published by itself: new
    words, what was hidden, erased or merged, and what shows its title elsewhere."""
    boards = Proposal.select(Proposal.workshop).where(Proposal.id.in_(ids))
    hold(row for (row,) in tuples(boards.distinct()))
    reworded = Rewording.select(Rewording.proposal)
    ahead = Link.select(Link.item_id).where(Link.kind == KIND)
    back = Link.select(Link.other_id).where(Link.other_kind == KIND)
    plain = list(
        Proposal.select().where(
            Proposal.id.in_(ids),
            Proposal.state.in_(UNSEEN),
            Proposal.suggestion != "",
            Proposal.merged_into.is_null(),
            Proposal.id.not_in(reworded),
            Proposal.id.not_in(ahead),
            Proposal.id.not_in(back),
        )
    )
    shown = {row.id for row in plain}
    Proposal.update(state=State.PUBLISHED, published_at=now()).where(
        Proposal.id.in_(shown)
    ).execute()
    tell_of_new(plain)
    for number in sorted(set(ids) - shown):
        publish(number)


def publish_comments(ids: Sequence[int]) -> None:
    """Publish these, but not what its writer took back."""
    boards = Comment.select(Proposal.workshop).join(Proposal)
    hold(row for (row,) in tuples(boards.where(Comment.id.in_(ids)).distinct()))
    over = [State.WITHDRAWN, State.PUBLISHED]
    these = Comment.id.in_(ids) & Comment.state.not_in(over)
    unseen = list(Comment.select().where(these).order_by(Comment.id))
    Comment.update(state=State.PUBLISHED, published_at=now()).where(these).execute()
    tell_of_comments(unseen)


def hold(workshops: Iterable[int]) -> None:
    """Keep every other writer of these boards waiting."""
    for workshop in sorted(workshops):
        bump(changes_of(workshop))
