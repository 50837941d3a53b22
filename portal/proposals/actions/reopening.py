"""Letting a proposal wait as it did before a moderator's decision was taken back."""

from dataclasses import asdict

from flask_babel import gettext as _

from portal.db import now
from portal.errors import Refused
from portal.moderation.models import Decision
from portal.proposals import phases
from portal.proposals.actions.dropping import drop_mergers_of
from portal.proposals.actions.holding import held
from portal.proposals.actions.publishing import new_words, show_title
from portal.proposals.models import (
    Consent,
    Merger,
    MergerPart,
    MergerState,
    Proposal,
    ProposalVersion,
    Rewording,
    State,
)
from portal.proposals.wording import Wording
from portal.workshops.models import Workshop


def reopen(proposal_id: int, decision: Decision) -> None:
    """Let it wait as before this decision. Raises Refused where its author, others or
    the vote have gone on since."""
    row = held(proposal_id)
    if not row.suggestion:
        raise gone_on()
    if decision is Decision.RETURN:
        _wait_again(row)
    elif decision is Decision.HIDE:
        _show_again(row)
    else:
        if decision is Decision.MERGE:
            _ask_no_more(row)
        _take_off(row)
    show_title(proposal_id)


def gone_on() -> Refused:
    return Refused(_("Its author or others have gone on since, so this stays."))


def _wait_again(row: Proposal) -> None:
    new = new_words(row.id)
    if row.state is State.PUBLISHED and new and new.returned:
        Rewording.update(returned=False).where(Rewording.id == new.id).execute()
    elif row.state is State.RETURNED:
        _set(row, state=State.WAITING)
    else:
        raise gone_on()


def _show_again(row: Proposal) -> None:
    """What has new words beside it, or is a part of another, was public before."""
    if row.state is not State.HIDDEN:
        raise gone_on()
    if row.merged_into:
        _set(row, state=State.MERGED, published_at=now())
    elif new_words(row.id):
        _set(row, state=State.PUBLISHED, published_at=now())
    else:
        _set(row, state=State.WAITING)


def _ask_no_more(row: Proposal) -> None:
    """Ask its author no further, unless somebody has answered already."""
    asked = (
        MergerPart.select(MergerPart.merger)
        .join(Merger)
        .where(MergerPart.proposal == row.id, Merger.state == MergerState.ASKED)
    )
    parts = list(MergerPart.select().where(MergerPart.merger.in_(asked)))
    if not parts or any(part.consent is not Consent.ASKED for part in parts):
        raise gone_on()
    drop_mergers_of(row.id)


def _take_off(row: Proposal) -> None:
    if Workshop.get_by_id(row.workshop).phase not in phases.REWORDING:
        raise Refused(_("The vote has begun, so this can't be changed any more."))
    if row.state is not State.PUBLISHED or new_words(row.id) or _is_asked(row):
        raise gone_on()
    if row.edited_at and row.published_at and row.edited_at > row.published_at:
        _put_words_back(row)
    else:
        _set(row, state=State.WAITING, published_at=None)


def _put_words_back(row: Proposal) -> None:
    """The words that stood on the board before; the new ones wait again."""
    these = ProposalVersion.proposal == row.id
    earlier = list(
        ProposalVersion.select().where(these).order_by(ProposalVersion.id.desc())
    )
    if not earlier:
        raise Refused(
            _("The earlier words were deleted, as the author wished, so this stays.")
        )
    last, *older = earlier
    Rewording.create(proposal=row.id, **asdict(Wording.of(row)))
    edited_at = older[0].replaced_at if older else None
    _set(row, edited_at=edited_at, **asdict(Wording.of(last)))
    ProposalVersion.delete().where(ProposalVersion.id == last.id).execute()


def _is_asked(row: Proposal) -> bool:
    asked = (
        MergerPart.select()
        .join(Merger)
        .where(MergerPart.proposal == row.id, Merger.state == MergerState.ASKED)
    )
    return asked.exists()


def _set(row: Proposal, **values: object) -> None:
    Proposal.update(**values).where(Proposal.id == row.id).execute()
