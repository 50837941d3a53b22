"""Withdrawing a proposal, and taking that back."""

from portal.db import database
from portal.moderation.actions import close_case, open_case
from portal.moderation.models import Case, Decision
from portal.proposals import phases
from portal.proposals.actions.holding import held
from portal.proposals.actions.mergers import drop_mergers_of
from portal.proposals.actions.publishing import show_title
from portal.proposals.models import KIND, Proposal, Rewording, State
from portal.workshops.models import Workshop


def set_withdrawn(proposal: Proposal, *, wanted: bool) -> None:
    """Withdraw a proposal, or bring it back as it was. Asking twice changes nothing."""
    with database.atomic():
        row = held(proposal.id)
        if wanted is (row.state is State.WITHDRAWN):
            return
        phases.need_withdrawing(Workshop.get_by_id(row.workshop), row)
        if wanted:
            close_case(KIND, row.id)
            drop_mergers_of(row.id)
            state = State.WITHDRAWN
        else:
            state = _state_before(row)
            if state is State.WAITING or _has_new_words(row):
                open_case(KIND, row.id, language=row.language)
        Proposal.update(state=state).where(Proposal.id == row.id).execute()
        show_title(row.id)


def _state_before(row: Proposal) -> State:
    if row.published_at:
        return State.PUBLISHED
    this = (Case.kind == KIND) & (Case.item_id == row.id)
    last = Case.select(Case.decision).where(this).order_by(Case.id.desc()).first()
    returned = last is not None and last.decision is Decision.RETURN
    return State.RETURNED if returned else State.WAITING


def _has_new_words(row: Proposal) -> bool:
    these = (Rewording.proposal == row.id) & ~Rewording.returned
    return bool(row.published_at and Rewording.get_or_none(these))
