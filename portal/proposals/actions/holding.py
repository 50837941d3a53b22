"""Holding a proposal for the length of a transaction, and whose it is."""

from typing import Any

from flask_babel import gettext as _

from portal.db import bump
from portal.errors import Refused
from portal.moderation.models import Decision
from portal.notices.recipients import participant_key
from portal.proposals.models import Proposal, State
from portal.workshops.queries import changes_of

BEFORE: dict[Decision | None, State] = {
    Decision.RETURN: State.RETURNED,
    Decision.HIDE: State.HIDDEN,
}
"""Where something that is not public stands after a moderator's decision."""


def held(proposal_id: int) -> Proposal:
    """The proposal as it is, with every other writer of its board kept waiting."""
    this = Proposal.id == proposal_id
    bump(changes_of(Proposal.select(Proposal.workshop).where(this).scalar()))
    return Proposal.get(this)


def words_deleted() -> Refused:
    return Refused(_("The words were deleted, so there is nothing to bring back."))


def author_of(row: Any) -> str:
    """The key of whose words these are; of nobody where that is not known."""
    return participant_key(row.author_id) if row.author_id else ""
