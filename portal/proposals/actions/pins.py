"""Pinning proposals to the top of the board."""

from portal.db import bump, database
from portal.proposals.models import Proposal, State
from portal.workshops.queries import changes_of


def set_pinned(proposal: Proposal, *, wanted: bool) -> None:
    """Only what is on the board is pinned. Asking twice changes nothing."""
    with database.atomic():
        bump(changes_of(proposal.workshop))
        this = (Proposal.id == proposal.id) & (Proposal.state == State.PUBLISHED)
        Proposal.update(pinned=wanted).where(this).execute()
