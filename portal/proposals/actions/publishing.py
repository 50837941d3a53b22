"""What comes of a moderator's decision on a proposal."""

from dataclasses import asdict

from portal.db import now
from portal.links.queries import linked
from portal.proposals import phases
from portal.proposals.actions.holding import held
from portal.proposals.indexing import entries
from portal.proposals.models import (
    KIND,
    Proposal,
    ProposalVersion,
    Rewording,
    State,
)
from portal.proposals.wording import Wording
from portal.search import actions as search
from portal.workshops.models import Workshop

OVER = {State.WITHDRAWN, State.MERGED}
"""States in which a proposal is no longer anybody's to publish."""


def publish(proposal_id: int) -> None:
    """Put a proposal on the board, or the new words of one that is there."""
    row = held(proposal_id)
    new = Rewording.get_or_none(Rewording.proposal == proposal_id)
    if row.state is State.PUBLISHED and new:
        _replace_words(row, new)
    elif row.state not in OVER:
        _set(row, state=State.PUBLISHED, published_at=now())
    show_title(proposal_id)


def send_back(proposal_id: int) -> None:
    """Return a proposal, or the new words of one that is on the board and stays."""
    row = held(proposal_id)
    this = Rewording.proposal == proposal_id
    if row.state is State.PUBLISHED and Rewording.get_or_none(this):
        Rewording.update(returned=True).where(this).execute()
    elif row.state not in OVER:
        _set(row, state=State.RETURNED)
    show_title(proposal_id)


def show_title(proposal_id: int) -> None:
    """Let what is joined with a proposal show its title while it is on the board."""
    if linked(KIND, proposal_id):
        search.replace(KIND, proposal_id, entries([proposal_id]))


def _replace_words(row: Proposal, new: Rewording) -> None:
    """Once the vote has begun, words stay as they are: the new ones go back."""
    this = Rewording.id == new.id
    if Workshop.get_by_id(row.workshop).phase not in phases.REWORDING:
        Rewording.update(returned=True).where(this).execute()
        return
    if new.hides_earlier:
        ProposalVersion.delete().where(ProposalVersion.proposal == row.id).execute()
    else:
        ProposalVersion.create(proposal=row, **asdict(Wording.of(row)))
    _set(row, edited_at=now(), **asdict(Wording.of(new)))
    Rewording.delete().where(this).execute()


def _set(row: Proposal, **values: object) -> None:
    Proposal.update(**values).where(Proposal.id == row.id).execute()
