"""Holding a proposal for the length of a transaction."""

from portal.db import bump
from portal.proposals.models import Proposal
from portal.workshops.queries import changes_of


def held(proposal_id: int) -> Proposal:
    """The proposal as it is, with every other writer of its board kept waiting."""
    this = Proposal.id == proposal_id
    bump(changes_of(Proposal.select(Proposal.workshop).where(this).scalar()))
    return Proposal.get(this)
