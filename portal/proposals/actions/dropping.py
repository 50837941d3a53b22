"""Ending what a proposal is asked into, when it leaves the board."""

from portal.db import now
from portal.proposals.models import Merger, MergerPart, MergerState


def drop_mergers_of(proposal_id: int) -> None:
    """Nobody is asked any more whether it may be merged."""
    asked = MergerPart.select(MergerPart.merger).where(
        MergerPart.proposal == proposal_id
    )
    Merger.update(state=MergerState.DROPPED, settled_at=now()).where(
        Merger.id.in_(asked), Merger.state == MergerState.ASKED
    ).execute()
