"""Writing a proposal: the form, its draft, and a look at it before it is sent."""

from dataclasses import replace

from flask import url_for
from flask.typing import ResponseReturnValue

from portal.permissions import Permission, access, can, demand
from portal.proposals import actions
from portal.proposals.forms import ProposalForm
from portal.proposals.models import Draft, Relation
from portal.proposals.queries import drafts
from portal.proposals.queries.proposals import by_submission
from portal.proposals.views import bp
from portal.proposals.views.boards import show
from portal.proposals.views.panel import panel, user
from portal.web import render, see_other, tag, takes, wants
from portal.workshops.queries import Board
from portal.workshops.views.workshops import found_board

LARGEST_WRITING = 1024 * 1024
"""Bytes: what is pasted in by mistake is given back, not refused unread."""


@bp.post("/workshops/<slug>/proposals")
@access(Permission.PROPOSAL_WRITE)
@takes(LARGEST_WRITING)
def propose(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.PROPOSAL_WRITE, board)
    form = ProposalForm.sent(board.me)
    if not form.validate():
        return show_panel(board, form), 422
    sending = mark(board, form)
    if not by_submission(sending):
        helper = user() if can(Permission.WORKSHOP_RUN, board) else None
        for_another = form.origin.relation is not Relation.OWN
        actions.propose(
            board.workshop,
            board.me,
            form.wording,
            language=form.language.data,
            submission=sending,
            origin=replace(form.origin, entered_by=helper if for_another else None),
            themes=form.themes,
            draft=draft_in(board, form),
        )
    if wants("writing"):
        return show_panel(board, sent=True)
    return see_other(url_for("proposals.board", slug=slug, sent=1, _anchor="writing"))


def mark(board: Board, form: ProposalForm) -> str:
    """What tells one sending from another: other words in a form sent before are
    another proposal."""
    who = board.me.id if board.me else (board.id, user())
    return tag(form.submission.data, who, form.language.data, form.wording)


def draft_in(board: Board, form: ProposalForm) -> Draft | None:
    """The draft that this form was kept as, and not one of another form."""
    kept = drafts.draft_of(board.me)
    return kept if kept and kept.submission == form.submission.data else None


def show_panel(
    board: Board, form: ProposalForm | None = None, *, sent: bool = False
) -> str:
    if not wants("writing"):
        return show(board, form)
    context = panel(board, form, sent=sent)
    return render("proposals/board.html", fragment="writing", **context)
