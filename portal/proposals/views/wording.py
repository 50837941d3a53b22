"""An author's own changes: other words, withdrawing."""

from flask import url_for
from flask.typing import ResponseReturnValue

from portal.permissions import Permission, access, demand
from portal.proposals import actions
from portal.proposals.forms import PictureForm, RewordingForm
from portal.proposals.models import State
from portal.proposals.phases import REWORDING
from portal.proposals.queries import proposals as queries
from portal.proposals.queries.boards import slip
from portal.proposals.queries.drafts import picture_of
from portal.proposals.queries.proposals import Found
from portal.proposals.views import bp
from portal.proposals.views.proposals import find
from portal.proposals.views.writing import LARGEST_WRITING
from portal.proposals.wording import Wording
from portal.web import render, see_other, set_by_value, takes
from portal.workshops.queries import Board


@bp.get("/proposals/<id:number>/wording")
@access(Permission.PROPOSAL_REWORD)
def wording(number: int) -> ResponseReturnValue:
    found, board = find(number)
    demand(Permission.PROPOSAL_REWORD, found)
    new = queries.new_words(number)
    form = RewordingForm.of(
        Wording.of(new or found.proposal),
        hides_earlier=new is not None and new.hides_earlier,
    )
    return show_wording(found, board, form)


@bp.post("/proposals/<id:number>/wording")
@access(Permission.PROPOSAL_REWORD)
@takes(LARGEST_WRITING)
def reword(number: int) -> ResponseReturnValue:
    found, board = find(number)
    demand(Permission.PROPOSAL_REWORD, found)
    form = RewordingForm.read()
    if not form.validate():
        return show_wording(found, board, form), 422
    try:
        actions.reword(
            found.proposal,
            form.wording,
            basis=form.version.data or "",
            hides_earlier=form.pick_hidden.data,
        )
    except actions.OtherWords as other:
        form.version.data = other.words.state
        return show_wording(found, board, form, other.words), 409
    return see_other(url_for("proposals.proposal", number=number))


@bp.get("/proposals/<id:number>/withdrawal")
@access(Permission.PROPOSAL_REWORD)
def withdrawal(number: int) -> ResponseReturnValue:
    """Asked once more."""
    found, board = find(number)
    demand(Permission.PROPOSAL_REWORD, found)
    return render(
        "proposals/withdrawal.html",
        found=found,
        board=board,
        supports=slip(found.proposal, board.me).supports,
    )


@bp.post("/proposals/<id:number>/withdrawal")
@access(Permission.PROPOSAL_REWORD)
def set_withdrawn(number: int) -> ResponseReturnValue:
    found, _board = find(number)
    demand(Permission.PROPOSAL_REWORD, found)
    wanted = set_by_value()
    actions.set_withdrawn(found.proposal, wanted=wanted)
    back = None if wanted else "1"
    return see_other(url_for("proposals.proposal", number=number, back=back))


def show_wording(
    found: Found, board: Board, form: RewordingForm, other: Wording | None = None
) -> str:
    """`other` are the words that were saved in another tab meanwhile."""
    return render(
        "proposals/wording.html",
        found=found,
        board=board,
        form=form,
        other=other,
        decided=queries.decided(found.id),
        picture=picture_of(found.id),
        public=found.proposal.state is State.PUBLISHED,
    )


def show_picture(found: Found, board: Board, form: PictureForm) -> str:
    return render(
        "proposals/picture.html",
        found=found,
        board=board,
        form=form,
        picture=picture_of(found.id),
        adding=not found.is_public and board.phase in REWORDING,
    )
