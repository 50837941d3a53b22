"""Withdrawing a proposal, and taking that back."""

from portal.db import database
from portal.moderation.actions import close_case
from portal.moderation.models import Cause
from portal.moderation.queries import standing
from portal.moderation.queries.cases import about, newest
from portal.proposals import phases
from portal.proposals.actions.dropping import drop_mergers_of
from portal.proposals.actions.holding import BEFORE, held, words_deleted
from portal.proposals.actions.publishing import show_title
from portal.proposals.actions.reading import let_read
from portal.proposals.models import KIND, Proposal, Rewording, State
from portal.proposals.wording import Wording
from portal.workshops.models import Workshop


def set_withdrawn(proposal: Proposal, *, wanted: bool) -> None:
    """Withdraw a proposal, or bring it back as it was. Asking twice changes nothing."""
    with database.atomic():
        row = held(proposal.id)
        if wanted is (row.state is State.WITHDRAWN):
            return
        phases.need_withdrawing(Workshop.get_by_id(row.workshop), row)
        if not (wanted or row.suggestion):
            raise words_deleted()
        state = State.WITHDRAWN if wanted else _state_before(row)
        Proposal.update(state=state).where(Proposal.id == row.id).execute()
        if wanted:
            drop_mergers_of(row.id)
        show_title(row.id)
        if wanted:
            close_case(KIND, row.id)
        elif new := _new_words(row):
            let_read(row, Wording.of(new))
        elif state is State.WAITING:
            let_read(row, Wording.of(row))


def _state_before(row: Proposal) -> State:
    if row.published_at:
        return State.PUBLISHED
    return BEFORE.get(standing(KIND, row.id), State.WAITING)


def _new_words(row: Proposal) -> Rewording | None:
    """Those that no moderator has decided on."""
    these = (Rewording.proposal == row.id) & ~Rewording.returned
    read = newest(about(KIND, row.id, Cause.WRITTEN))
    decided = row.published_at is None and read is not None and read.decision
    return None if decided else Rewording.get_or_none(these)
