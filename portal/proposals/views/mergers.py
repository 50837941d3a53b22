"""Mergers: proposing common words, and what each author says to them."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal.i18n import language
from portal.notices.bell import seen
from portal.permissions import Permission, access, demand
from portal.proposals import actions
from portal.proposals.forms import MergerForm
from portal.proposals.forms.groups import ticked
from portal.proposals.models import MERGER, MergerState
from portal.proposals.phases import GROUPING
from portal.proposals.queries import mergers as queries
from portal.proposals.queries.mergers import Found
from portal.proposals.views import bp
from portal.proposals.views.panel import user
from portal.proposals.views.writing import LARGEST_WRITING
from portal.proposals.wording import Wording
from portal.web import render, request, see_other, set_by_value, takes
from portal.workshops.queries import Board
from portal.workshops.views.workshops import found_board


class Asked:
    """A merger with the workshop it is in: who is asked, and who asks."""

    def __init__(self, board: Board, found: Found) -> None:
        self.mine = found.mine
        self.board = board

    @property
    def facilitators(self) -> frozenset[int]:
        return self.board.facilitators


@bp.get("/workshops/<slug>/mergers")
@access(Permission.WORKSHOP_RUN)
def mergers(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    return render(
        "proposals/mergers.html", board=board, mergers=queries.mergers(board.id)
    )


@bp.get("/workshops/<slug>/mergers/new")
@access(Permission.WORKSHOP_RUN)
def new_merger(slug: str) -> ResponseReturnValue:
    """The form, with the words of the most supported of the ticked."""
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    found = queries.on_board(board.id, ticked())
    best = max(found, key=lambda slip: slip.supports, default=None)
    form = MergerForm.of(
        [slip.id for slip in found],
        Wording.of(best) if best else None,
        best.language if best else language(),
    )
    return show_new(board, form)


@bp.post("/workshops/<slug>/mergers")
@access(Permission.WORKSHOP_RUN)
@takes(LARGEST_WRITING)
def ask_authors(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    form = MergerForm.read()
    if not form.validate():
        return show_new(board, form), 422
    merger = actions.ask_authors(
        board.workshop,
        form.pick_proposal.data,
        form.wording,
        language=form.language.data,
        asked_by=user(),
    )
    return see_other(url_for("proposals.merger", slug=slug, merger_id=merger.id))


@bp.get("/workshops/<slug>/mergers/<id:merger_id>")
@access(Permission.MERGER_READ)
def merger(slug: str, merger_id: int) -> ResponseReturnValue:
    found, board = find_merger(slug, merger_id)
    demand(Permission.MERGER_READ, Asked(board, found))
    seen(MERGER, merger_id, board)
    return render(
        "proposals/merger.html",
        board=board,
        found=found,
        merger=found.merger,
        merging=board.phase in GROUPING,
    )


@bp.post("/workshops/<slug>/mergers/<id:merger_id>")
@access(Permission.WORKSHOP_RUN)
def set_merger_state(slug: str, merger_id: int) -> ResponseReturnValue:
    """Stop asking, or take apart what was merged."""
    found, board = find_merger(slug, merger_id)
    demand(Permission.WORKSHOP_RUN, board)
    state = request.form.get("state")
    if state == MergerState.DROPPED:
        actions.set_dropped(found.merger)
    elif state == MergerState.UNDONE:
        actions.set_undone(found.merger)
    else:
        abort(422)
    return to_the_merger(slug, merger_id)


@bp.post("/workshops/<slug>/mergers/<id:merger_id>/consent")
@access(Permission.MERGER_AGREE)
def set_consent(slug: str, merger_id: int) -> ResponseReturnValue:
    """The author's own answer, for all that they wrote of the parts."""
    found, board = find_merger(slug, merger_id)
    demand(Permission.MERGER_AGREE, found)
    wanted = set_by_value()
    me = board.me or abort(401)
    actions.set_consent(found.merger, me, wanted=wanted)
    return to_the_merger(slug, merger_id)


@bp.post("/workshops/<slug>/mergers/<id:merger_id>/parts/<id:number>")
@access(Permission.WORKSHOP_RUN)
def set_unreachable(slug: str, merger_id: int, number: int) -> ResponseReturnValue:
    """That the author of this part can't be asked, or can be after all."""
    found, board = find_merger(slug, merger_id)
    demand(Permission.WORKSHOP_RUN, board)
    wanted = set_by_value()
    if number not in {part.id for part in found.parts}:
        abort(422)
    actions.set_unreachable(found.merger, number, wanted=wanted)
    return to_the_merger(slug, merger_id)


def find_merger(slug: str, merger_id: int) -> tuple[Found, Board]:
    board = found_board(slug)
    return queries.merger(board.id, merger_id, board.me) or abort(404), board


def to_the_merger(slug: str, merger_id: int) -> ResponseReturnValue:
    return see_other(url_for("proposals.merger", slug=slug, merger_id=merger_id))


def show_new(board: Board, form: MergerForm) -> str:
    """The form beside the words of the proposals that it is made of."""
    return render(
        "proposals/merger_form.html",
        board=board,
        form=form,
        parts=queries.on_board(board.id, form.pick_proposal.data),
        merging=board.phase in GROUPING,
    )
