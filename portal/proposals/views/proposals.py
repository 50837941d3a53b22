"""One proposal: its page, its wording, its supports."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal.i18n import language
from portal.permissions import PUBLIC, Permission, access, can, demand
from portal.proposals import actions
from portal.proposals.forms import WordingForm
from portal.proposals.phases import ANSWERING, REWORDING, SUPPORTING
from portal.proposals.queries import proposals as queries
from portal.proposals.queries.answers import answer
from portal.proposals.queries.boards import slip
from portal.proposals.queries.proposals import Found
from portal.proposals.views import bp
from portal.web import render, request, see_other, wants
from portal.workshops.queries import Board, board_by_id
from portal.workshops.seats import key_of


@bp.get("/proposals/<id:number>")
@access(PUBLIC)
def proposal(number: int) -> ResponseReturnValue:
    found, board = find(number)
    return show(found, board)


@bp.get("/proposals/<id:number>/wording")
@access(Permission.PROPOSAL_REWORD)
def wording(number: int) -> ResponseReturnValue:
    found, board = find(number)
    demand(Permission.PROPOSAL_REWORD, found)
    return show_wording(found, board, WordingForm.of(found.proposal))


@bp.post("/proposals/<id:number>/wording")
@access(Permission.PROPOSAL_REWORD)
def reword(number: int) -> ResponseReturnValue:
    found, board = find(number)
    demand(Permission.PROPOSAL_REWORD, found)
    form = WordingForm.read()
    if not form.validate():
        return show_wording(found, board, form), 422
    actions.reword(found.proposal, form.wording)
    return see_other(url_for("proposals.proposal", number=number))


@bp.post("/proposals/<id:number>/support")
@access(Permission.PROPOSAL_SUPPORT)
def set_support(number: int) -> ResponseReturnValue:
    found, board = find(number)
    demand(Permission.PROPOSAL_SUPPORT, Seat(board, found))
    me = board.me or abort(401)
    wanted = request.form.get("wanted")
    if wanted not in {"0", "1"}:
        abort(422)
    actions.set_support(found.proposal, me, wanted=wanted == "1")
    if wants(f"p-{number}"):
        return render(
            "proposals/slip.html",
            slip=slip(found.proposal, me),
            board=board,
            supporting=True,
        )
    if request.form.get("from") == "proposal":
        return see_other(url_for("proposals.proposal", number=number))
    slug = board.slug
    return see_other(url_for("proposals.board", slug=slug, _anchor=f"p-{number}"))


class Seat:
    """A proposal with the seat from which it is supported."""

    def __init__(self, board: Board, found: Found) -> None:
        self.me = board.me
        self.is_public = found.is_public


def find(number: int) -> tuple[Found, Board]:
    """The proposal and its board as this visitor may see them, or 404."""
    workshop_id = queries.workshop_of(number) or abort(404)
    board = board_by_id(workshop_id, language(), key_of(workshop_id)) or abort(404)
    me_id = board.me.id if board.me else None
    sees_all = can(Permission.MODERATION_WORK)
    return queries.proposal(number, me_id, sees_all=sees_all) or abort(404), board


def show(found: Found, board: Board) -> str:
    return render(
        "proposals/proposal.html",
        found=found,
        board=board,
        slip=slip(found.proposal, board.me),
        decided=queries.decided(found.id),
        answer=answer(found.id, language()),
        rewording=found.mine and board.phase in REWORDING,
        supporting=board.phase in SUPPORTING,
        answering=board.phase in ANSWERING,
    )


def show_wording(found: Found, board: Board, form: WordingForm) -> str:
    return render(
        "proposals/wording.html",
        found=found,
        board=board,
        form=form,
        decided=queries.decided(found.id),
    )
