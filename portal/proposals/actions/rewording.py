"""An author's own change of words."""

from dataclasses import asdict

from portal.db import database, now, upsert
from portal.moderation.actions import need_not_blocked
from portal.proposals import phases
from portal.proposals.actions.holding import author_of, held
from portal.proposals.actions.reading import let_read
from portal.proposals.models import (
    Proposal,
    ProposalVersion,
    Rewording,
    State,
)
from portal.proposals.wording import Wording
from portal.workshops.models import Workshop


class OtherWords(Exception):  # noqa: N818  not a fault: somebody has two tabs
    """The words are no longer those that the form was filled with."""

    def __init__(self, words: Wording) -> None:
        super().__init__(words)
        self.words = words


def reword(
    proposal: Proposal,
    wording: Wording,
    *,
    basis: str = "",
    hides_earlier: bool = False,
) -> None:
    """The author's own change: the new words wait for a moderator, and what is on the
    board stays there until then. `basis` is the state of the words that the author
    saw; raises OtherWords where they are others by now."""
    with database.atomic():
        row = held(proposal.id)
        new = Rewording.get_or_none(Rewording.proposal == row.id)
        words = Wording.of(new or row)
        returned = new.returned if new else row.state is State.RETURNED
        if words == wording and not returned:
            _show_earlier(row, new, wanted=not hides_earlier)
            return
        phases.need_rewording(Workshop.get_by_id(row.workshop))
        phases.need_open(row)
        need_not_blocked(author_of(row), row.workshop)
        if basis and basis != words.state and words != wording:
            raise OtherWords(words)
        if row.state is State.PUBLISHED:
            upsert(
                Rewording,
                {"proposal": row.id},
                hides_earlier=hides_earlier,
                returned=False,
                written_at=now(),
                **asdict(wording),
            )
        else:
            Proposal.update(state=State.WAITING, **asdict(wording)).where(
                Proposal.id == row.id
            ).execute()
        let_read(row, wording)


def _show_earlier(row: Proposal, new: Rewording | None, *, wanted: bool) -> None:
    """Whether the earlier words are shown may change where the words do not. Those
    that are on no board any more are erased at once."""
    if new:
        this = Rewording.id == new.id
        Rewording.update(hides_earlier=not wanted).where(this).execute()
    elif not wanted:
        ProposalVersion.delete().where(ProposalVersion.proposal == row.id).execute()
