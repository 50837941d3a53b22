"""Inviting people, for those who run the workshop."""

from flask import current_app, url_for
from flask.typing import ResponseReturnValue

from portal.addresses import plain, scannable
from portal.permissions import Permission, access, demand
from portal.web import NOT_KEPT, render, see_other
from portal.workshops import queries
from portal.workshops.actions.invitations import invite, withdraw
from portal.workshops.forms import InvitationsForm
from portal.workshops.models import Entry
from portal.workshops.queries import Board
from portal.workshops.views import bp
from portal.workshops.views.workshops import found_board


@bp.get("/workshops/<slug>/invitations")
@access(Permission.WORKSHOP_RUN)
def invitations(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    return show(board, InvitationsForm())


@bp.post("/workshops/<slug>/invitations")
@access(Permission.WORKSHOP_RUN)
def make_invitations(slug: str) -> ResponseReturnValue:
    """The new invitations, shown once: their codes are kept as digests only."""
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    form = InvitationsForm.read()
    if not form.validate():
        return show(board, form), 422
    made = invite(
        board.workshop,
        form.wanted,
        secret=current_app.config["SECRET_KEY"],
        submission=form.submission.data or "",
    )
    page = render(
        "workshops/invitations_made.html",
        board=board,
        made=made,
        address=plain(url_for(".code")),
        qr={one.code: scannable(url_for(".join", code=one.code)) for one in made},
    )
    return page, 200, NOT_KEPT


@bp.post("/workshops/<slug>/invitations/<id:invitation_id>")
@access(Permission.WORKSHOP_RUN)
def withdraw_invitation(slug: str, invitation_id: int) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    withdraw(board.workshop, invitation_id)
    return see_other(url_for(".invitations", slug=slug))


def show(board: Board, form: InvitationsForm) -> str:
    every = queries.invitations(board.id)
    return render(
        "workshops/invitations.html",
        board=board,
        form=form,
        invitations=every,
        used=sum(one.used_at is not None for one in every),
        needed=board.entry is Entry.INVITED,
    )
