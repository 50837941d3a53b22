"""Asking the authors of several proposals whether one may stand for them all."""

from collections.abc import Sequence
from dataclasses import asdict

from flask_babel import gettext as _

from portal.accounts.models import User
from portal.db import bump, database, now
from portal.errors import Refused
from portal.notices.recipients import participant_key
from portal.proposals import phases
from portal.proposals.actions import merging
from portal.proposals.actions.notifying import tell_of_asking, tell_of_merging
from portal.proposals.models import (
    Consent,
    Merger,
    MergerPart,
    MergerState,
    Proposal,
    State,
)
from portal.proposals.wording import Wording
from portal.workshops.models import Participant, Way, Workshop
from portal.workshops.queries import changes_of

FEWEST_PARTS = 2


def ask_authors(
    workshop: Workshop,
    parts: Sequence[int],
    wording: Wording,
    *,
    language: str,
    asked_by: User | None,
) -> Merger:
    """Propose common words for several proposals. Nothing changes on the board until
    every author has agreed. Asking the same again is the merger that is there."""
    with database.atomic():
        _begin(workshop.id)
        if same := _asked_already(parts, wording):
            return same
        rows = _free(workshop.id, parts)
        merger = Merger.create(
            workshop=workshop.id,
            language=language,
            asked_by=asked_by,
            **asdict(wording),
        )
        for row in rows:
            MergerPart.create(merger=merger, proposal=row.id)
        tell_of_asking(merger, rows)
    return merger


def set_consent(merger: Merger, author: Participant, *, wanted: bool) -> None:
    """An author's answer for their own proposals; it can be changed while others are
    still being asked."""
    with database.atomic():
        row = _held(merger)
        mine = Proposal.select(Proposal.id).where(Proposal.author == author.id)
        MergerPart.update(
            consent=Consent.YES if wanted else Consent.NO, answered_at=now()
        ).where(MergerPart.merger == row.id, MergerPart.proposal.in_(mine)).execute()
        _settle(row, participant_key(author.id))


def set_unreachable(merger: Merger, proposal_id: int, *, wanted: bool) -> None:
    """That an author can't be asked: one who has left, or wrote on paper."""
    with database.atomic():
        row = _held(merger)
        proposal = Proposal.get_by_id(proposal_id)
        if proposal.author is not None and proposal.way is not Way.PAPER:
            raise Refused(_("This author can be asked, so their answer is waited for."))
        old, new = Consent.ASKED, Consent.UNREACHABLE
        MergerPart.update(consent=new if wanted else old, answered_at=now()).where(
            MergerPart.merger == row.id,
            MergerPart.proposal == proposal_id,
            MergerPart.consent == (old if wanted else new),
        ).execute()
        _settle(row)


def set_dropped(merger: Merger) -> None:
    """Ask no further; the proposals stay as they are."""
    with database.atomic():
        bump(changes_of(merger.workshop))
        if Merger.get_by_id(merger.id).state is MergerState.ASKED:
            _set(merger.id, MergerState.DROPPED)


def set_undone(merger: Merger) -> None:
    """Take the merger apart again. Asking twice changes nothing."""
    with database.atomic():
        _begin(merger.workshop)
        row = Merger.get_by_id(merger.id)
        if row.state is MergerState.DONE:
            merging.part_again(row)
            _set(row.id, MergerState.UNDONE)


def _begin(workshop_id: int) -> None:
    bump(changes_of(workshop_id))
    phases.need_merging(Workshop.get_by_id(workshop_id))


def _held(merger: Merger) -> Merger:
    """The merger while it is still asked about."""
    _begin(merger.workshop)
    row = Merger.get_by_id(merger.id)
    if row.state is not MergerState.ASKED:
        raise Refused(_("This merger is settled already, so nobody is asked any more."))
    return row


def _settle(merger: Merger, doer: str = "") -> None:
    """One no ends it; when nobody is left to ask, the proposals become one."""
    these = MergerPart.merger == merger.id
    answers = {row.consent for row in MergerPart.select().where(these)}
    if Consent.NO in answers:
        _set(merger.id, MergerState.DROPPED)
    elif Consent.ASKED not in answers:
        result = merging.merge(merger)
        _set(merger.id, MergerState.DONE, result=result)
        tell_of_merging(merging.parts_of(merger), result, doer)


def _set(merger_id: int, state: MergerState, **values: object) -> None:
    Merger.update(state=state, settled_at=now(), **values).where(
        Merger.id == merger_id
    ).execute()


def _asked_already(parts: Sequence[int], wording: Wording) -> Merger | None:
    for merger in (
        Merger.select()
        .join(MergerPart)
        .where(MergerPart.proposal.in_(parts), Merger.state == MergerState.ASKED)
        .distinct()
    ):
        held = MergerPart.select().where(MergerPart.merger == merger.id)
        if {row.proposal for row in held} == set(parts):
            return merger if Wording.of(merger) == wording else None
    return None


def _free(workshop_id: int, parts: Sequence[int]) -> list[Proposal]:
    """The proposals, all on this board and in no other merger."""
    these = Proposal.id.in_(list(parts)) & (Proposal.workshop == workshop_id)
    on_board = these & (Proposal.state == State.PUBLISHED)
    rows = list(Proposal.select().where(on_board).order_by(Proposal.id))
    if len(rows) != len(set(parts)) or len(rows) < FEWEST_PARTS:
        raise Refused(
            _("One of these is no longer on the board. Look, and choose them again.")
        )
    taken = (
        MergerPart.select()
        .join(Merger)
        .where(MergerPart.proposal.in_(list(parts)), Merger.state == MergerState.ASKED)
    )
    if taken.exists():
        raise Refused(
            _("The authors of one of these are being asked already. Wait or drop that.")
        )
    made = Merger.select().where(Merger.result.in_(list(parts)))
    if made.exists():
        raise Refused(
            _("One of these is made of several. Undo that, then merge them all.")
        )
    return rows
