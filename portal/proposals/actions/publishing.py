"""What comes of a moderator's decision on a proposal."""

from dataclasses import asdict

from flask_babel import gettext as _

from portal.db import now
from portal.errors import Refused
from portal.links.queries import linked
from portal.proposals import phases
from portal.proposals.actions.dropping import drop_mergers_of
from portal.proposals.actions.holding import held, words_deleted
from portal.proposals.actions.notifying import tell_of_new, tell_of_new_words
from portal.proposals.indexing import entries
from portal.proposals.models import (
    KIND,
    OVER,
    Attachment,
    Proposal,
    ProposalVersion,
    Rewording,
    State,
)
from portal.proposals.wording import Wording
from portal.search import actions as search
from portal.workshops.models import Workshop


def publish(proposal_id: int) -> None:
    """Put a proposal on the board, or the new words of one that is there. One that was
    hidden comes back with the words that wait, if there are some; what was hidden is
    in no earlier version."""
    row = held(proposal_id)
    new = new_words(proposal_id)
    if row.state is State.PUBLISHED and new:
        _replace_words(row, new)
    elif row.state is State.HIDDEN and new and not new.returned:
        _replace_words(row, new, keeps_earlier=False)
        _show(row)
    elif row.state not in OVER | {State.PUBLISHED}:
        _show(row)
    show_title(proposal_id)


def send_back(proposal_id: int) -> None:
    """Return a proposal, or the new words of one that is on the board and stays. Those
    of a hidden one take the place of what was hidden."""
    row = held(proposal_id)
    new = new_words(proposal_id)
    if row.state is State.PUBLISHED and new:
        Rewording.update(returned=True).where(Rewording.id == new.id).execute()
    elif row.state not in OVER:
        _take_off_with(row, State.RETURNED, new)
    show_title(proposal_id)


def take_off_board(proposal_id: int) -> None:
    """Return what is on the board to its author. New words that wait for a moderator
    go on waiting, in the place of the old ones."""
    row = held(proposal_id)
    new = new_words(proposal_id)
    if row.state is State.MERGED:
        _take_off(row, State.HIDDEN)
    elif row.state is State.PUBLISHED:
        waits = new is not None and not new.returned
        _take_off_with(row, State.WAITING if waits else State.RETURNED, new)
    show_title(proposal_id)


def hide(proposal_id: int) -> None:
    """Take a proposal off the board, or never put it there: only its author and those
    who moderate see it. What it is part of stays."""
    row = held(proposal_id)
    if row.state is not State.WITHDRAWN:
        _take_off(row, State.HIDDEN)
    show_title(proposal_id)


def erase(proposal_id: int) -> None:
    """Delete words that are not public: of a proposal that came back, is hidden or was
    taken back unread, or new ones that came back."""
    row = held(proposal_id)
    this = Rewording.proposal == proposal_id
    unread = row.state is State.WITHDRAWN and row.published_at is None
    if unread or row.state in {State.RETURNED, State.HIDDEN}:
        ProposalVersion.delete().where(ProposalVersion.proposal == row.id).execute()
        Attachment.delete().where(Attachment.proposal == row.id).execute()
        Rewording.delete().where(this).execute()
        _set(row, **asdict(Wording("")))
    else:
        Rewording.delete().where(this, Rewording.returned).execute()


def show_title(proposal_id: int) -> None:
    """Let what is joined with a proposal show its title while it is on the board."""
    if linked(KIND, proposal_id):
        search.replace(KIND, proposal_id, entries([proposal_id]))


def new_words(proposal_id: int) -> Rewording | None:
    return Rewording.get_or_none(Rewording.proposal == proposal_id)


def _show(row: Proposal) -> None:
    """On the board, or as a part of what it was merged into."""
    if not row.suggestion:
        raise words_deleted()
    state = State.MERGED if row.merged_into else State.PUBLISHED
    _set(row, state=state, published_at=now())
    if state is State.PUBLISHED:
        tell_of_new([row])


def _take_off(row: Proposal, state: State, **words: str) -> None:
    """Its words are not to come back as a part of another."""
    drop_mergers_of(row.id)
    _set(row, state=state, published_at=None, **words)


def _take_off_with(row: Proposal, state: State, new: Rewording | None) -> None:
    """New words take the place of those that were on the board."""
    _take_off(row, state, **asdict(Wording.of(new or row)))
    Rewording.delete().where(Rewording.proposal == row.id).execute()


def _replace_words(
    row: Proposal, new: Rewording, *, keeps_earlier: bool = True
) -> None:
    """Once the vote has begun, words stay as they are."""
    if Workshop.get_by_id(row.workshop).phase not in phases.REWORDING:
        raise Refused(
            _("The vote has begun, so new words come too late. Return them instead.")
        )
    if new.hides_earlier:
        ProposalVersion.delete().where(ProposalVersion.proposal == row.id).execute()
    elif keeps_earlier:
        ProposalVersion.create(proposal=row, **asdict(Wording.of(row)))
    row.edited_at = now()
    _set(row, edited_at=row.edited_at, **asdict(Wording.of(new)))
    Rewording.delete().where(Rewording.id == new.id).execute()
    if row.state is State.PUBLISHED:
        tell_of_new_words(row)


def _set(row: Proposal, **values: object) -> None:
    Proposal.update(**values).where(Proposal.id == row.id).execute()
