"""One proposal: its page and its supports."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal.i18n import language
from portal.notices.bell import seen
from portal.permissions import PUBLIC, Permission, access, can, demand
from portal.proposals import actions
from portal.proposals.forms import ReplyForm
from portal.proposals.models import KIND, State
from portal.proposals.phases import ANSWERING, REWORDING, SUPPORTING
from portal.proposals.queries import proposals as queries
from portal.proposals.queries.answers import answer
from portal.proposals.queries.boards import slip
from portal.proposals.queries.drafts import picture_of
from portal.proposals.queries.mergers import origin, part_of
from portal.proposals.queries.proposals import Found
from portal.proposals.views import bp
from portal.proposals.views.discussion import discussed
from portal.proposals.views.panel import user
from portal.web import render, request, see_other, set_by_value, wants
from portal.workshops.queries import Board
from portal.workshops.views.workshops import found_board_of


@bp.get("/proposals/<id:number>")
@access(PUBLIC)
def proposal(number: int) -> ResponseReturnValue:
    found, board = find(number)
    seen(KIND, found.id, board)
    return show(found, board)


@bp.post("/proposals/<id:number>/support")
@access(Permission.PROPOSAL_SUPPORT)
def set_support(number: int) -> ResponseReturnValue:
    found, board = find(number)
    demand(Permission.PROPOSAL_SUPPORT, Seat(board, found))
    me = board.me or abort(401)
    wanted = set_by_value()
    actions.set_support(found.proposal, me, wanted=wanted)
    if wants(f"p-{number}"):
        return render(
            "proposals/slip.html",
            slip=slip(found.proposal, me),
            board=board,
            supporting=True,
        )
    if wants(f"similar-{number}"):
        return render("proposals/similar_support.html", slip=slip(found.proposal, me))
    slug = board.slug
    if request.form.get("from") == "proposal":
        return see_other(url_for("proposals.proposal", number=number))
    if request.form.get("from") == "draft":
        return see_other(url_for("proposals.draft", slug=slug, _anchor="similar"))
    return see_other(url_for("proposals.board", slug=slug, _anchor=f"p-{number}"))


class Seat:
    """A proposal with the seat from which it is supported."""

    def __init__(self, board: Board, found: Found) -> None:
        self.me = board.me
        self.is_public = found.is_public


def find(number: int) -> tuple[Found, Board]:
    """The proposal and its board as this visitor may see them, or 404."""
    board = found_board_of(queries.workshop_of(number) or abort(404))
    me_id = board.me.id if board.me else None
    sees_all = can(Permission.MODERATION_WORK)
    found = queries.proposal(number, me_id, user(), sees_all=sees_all)
    return found or abort(404), board


def show(
    found: Found,
    board: Board,
    *,
    comment_form: ReplyForm | None = None,
    commented: bool = False,
) -> str:
    proposal = found.proposal
    whole = slip(proposal, board.me)
    new = queries.new_words(found.id) if found.mine else None
    made = bool(whole.voices) or proposal.state is State.WITHDRAWN
    return render(
        "proposals/proposal.html",
        fragment="discussion",
        found=found,
        board=board,
        slip=whole,
        origin=origin(found.id) if made else None,
        part_of=part_of(proposal),
        decided=queries.decided(found.id),
        answer=answer(found.id, language()),
        new=new,
        worried=found.mine and queries.worries(proposal, new),
        earlier=queries.earlier_words(found.id) if proposal.edited_at else [],
        themes=queries.themes_of(found.id),
        around=queries.around(found.id, language()),
        picture=picture_of(found.id),
        rewording=found.mine and board.phase in REWORDING,
        supporting=board.phase in SUPPORTING,
        answering=board.phase in ANSWERING,
        brought_back="back" in request.args,
        **discussed(found, board, comment_form, sent=commented),
    )
