"""Proposals and comments as their authors find them again, and who may read them."""

from collections.abc import Sequence
from typing import Any

from flask import url_for
from peewee import JOIN

from portal.i18n import language
from portal.moderation.authors import OwnText, Standing
from portal.permissions import Permission, can
from portal.proposals.models import OVER, UNREAD, Comment, Proposal, Rewording, State
from portal.proposals.phases import DISCUSSING, REWORDING
from portal.workshops import seats
from portal.workshops.models import Workshop
from portal.workshops.queries import board_by_id

STANDINGS = {
    State.WAITING: Standing.WAITING,
    State.PUBLISHED: Standing.PUBLIC,
    State.RETURNED: Standing.RETURNED,
    State.WITHDRAWN: Standing.WITHDRAWN,
    State.MERGED: Standing.JOINED,
    State.HIDDEN: Standing.HIDDEN,
}
NEVER_SHOWN = {*UNREAD, State.HIDDEN}
OPEN = {*UNREAD, State.PUBLISHED}


def own_proposals(ids: Sequence[int]) -> dict[int, OwnText]:
    """One statement."""
    found: Any = (
        Proposal.select(Proposal, Rewording, Workshop)
        .join(
            Rewording,
            JOIN.LEFT_OUTER,
            on=Rewording.proposal == Proposal.id,
            attr="new_words",
        )
        .join_from(Proposal, Workshop, attr="board")
        .where(Proposal.id.in_(list(ids)))
    )
    return {row.id: own_proposal(row, getattr(row, "new_words", None)) for row in found}


def own_proposal(row: Any, new: Rewording | None) -> OwnText:
    words = (new or row).suggestion
    rewording = row.board.phase in REWORDING
    withdrawing = (rewording or row.state in NEVER_SHOWN) and row.state not in OVER
    number = {"number": row.id}
    return OwnText(
        heading=words,
        language=row.language,
        url=url_for("proposals.proposal", **number),
        standing=standing_of(row, new),
        reword=url_for("proposals.wording", **number)
        if words and rewording and row.state in OPEN
        else "",
        withdraw=url_for("proposals.withdrawal", **number)
        if words and withdrawing
        else "",
    )


def standing_of(row: Any, new: Rewording | None) -> Standing:
    if row.state is State.PUBLISHED and new:
        return Standing.NEW_WORDS_BACK if new.returned else Standing.NEW_WORDS_WAIT
    return STANDINGS[row.state]


def own_comments(ids: Sequence[int]) -> dict[int, OwnText]:
    """One statement."""
    found: Any = (
        Comment.select(Comment, Proposal, Workshop)
        .join(Proposal, attr="about")
        .join(Workshop, attr="board")
        .where(Comment.id.in_(list(ids)))
    )
    return {row.id: own_comment(row) for row in found}


def own_comment(row: Any) -> OwnText:
    address = url_for(
        "proposals.comment", number=row.about.id, comment_id=row.id, _anchor="own"
    )
    page = address.partition("#")[0]
    discussing = (
        row.about.board.phase in DISCUSSING and row.about.state is State.PUBLISHED
    )
    return OwnText(
        heading=row.body,
        language=row.language,
        url=page,
        standing=STANDINGS[row.state],
        reword=page if row.body and discussing and row.state in UNREAD else "",
        withdraw=address if row.body and row.state not in OVER else "",
    )


def readable(number: int) -> bool:
    """Whether who looks may read what is public on the board of a proposal."""
    this = Proposal.id == number
    workshop = Proposal.select(Proposal.workshop).where(this).scalar()
    return may_read(workshop)


def comment_readable(comment_id: int) -> bool:
    this = Comment.id == comment_id
    return readable(Comment.select(Comment.proposal).where(this).scalar())


def may_read(workshop_id: int) -> bool:
    board = board_by_id(workshop_id, language(), seats.key_of(workshop_id))
    return board is not None and can(Permission.WORKSHOP_READ, board)
