"""A draft: kept as one types, and looked at before it is sent."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal.i18n import language
from portal.permissions import Permission, access, can, demand
from portal.proposals import actions
from portal.proposals.forms import PictureForm, ProposalForm
from portal.proposals.models import Draft
from portal.proposals.phases import SUPPORTING, WRITING
from portal.proposals.queries import drafts
from portal.proposals.queries.boards import Slip
from portal.proposals.queries.proposals import by_submission
from portal.proposals.queries.similar import similar
from portal.proposals.views import bp
from portal.proposals.views.boards import show
from portal.proposals.views.writing import LARGEST_WRITING, mark
from portal.proposals.wording import Wording
from portal.vocabulary.queries import vocabulary
from portal.web import render, request, see_other, takes, wants
from portal.workshops.queries import Board
from portal.workshops.views.workshops import found_board

LONGEST_SUBMISSION = 40
LONGEST_NUMBER = 10
LONGEST_QUESTION = 200


@bp.post("/workshops/<slug>/draft")
@access(Permission.PROPOSAL_WRITE)
@takes(LARGEST_WRITING)
def save_draft(slug: str) -> ResponseReturnValue:
    """Keep what is in the form. While somebody types, the answer is what is like it on
    the board; a seat lost meanwhile is told quietly, beside the words."""
    board = found_board(slug)
    beside = wants("similar")
    if beside and not can(Permission.PROPOSAL_WRITE, board):
        return show_similar(board, None, kept="lost")
    demand(Permission.PROPOSAL_WRITE, board)
    me = board.me or (None if beside else abort(401))
    if request.form.get("wanted") == "0" and me:
        actions.delete_draft(me)
        return see_other(url_for("proposals.board", slug=slug))
    form = ProposalForm.sent(me)
    other = None
    if me and not by_submission(mark(board, form)):
        try:
            actions.save_draft(
                me,
                form.unfinished,
                submission=(form.submission.data or "")[:LONGEST_SUBMISSION],
                instead=request.form.get("instead") == "1",
            )
        except actions.AnotherDraft as another:
            other = another.draft
    if beside:
        kept = "" if other or form.unfinished.is_empty or not me else "saved"
        return show_similar(board, form, kept=kept, other=other)
    if other:
        return show(board, form, other=other), 409
    return see_other(url_for("proposals.draft", slug=slug))


@bp.get("/workshops/<slug>/draft")
@access(Permission.PROPOSAL_WRITE)
def draft(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.PROPOSAL_WRITE, board)
    kept = kept_draft(board)
    return show_draft(board, kept) if kept else to_the_form(board)


@bp.post("/workshops/<slug>/draft/links")
@access(Permission.PROPOSAL_WRITE)
def set_link(slug: str) -> ResponseReturnValue:
    """Join the draft with a service or a practice, named like `service:12`."""
    board = found_board(slug)
    demand(Permission.PROPOSAL_WRITE, board)
    kept = kept_draft(board)
    if kept is None:
        return to_the_form(board)
    kind, _colon, number = request.form.get("thing", "").partition(":")
    wanted = request.form.get("wanted") == "1"
    if not (number.isdecimal() and len(number) < LONGEST_NUMBER):
        abort(422)
    if wanted and not drafts.is_there(kind, int(number)):
        abort(422)
    actions.set_link(kept, kind, int(number), wanted=wanted)
    return see_other(url_for("proposals.draft", slug=slug, _anchor="links"))


def kept_draft(board: Board) -> Draft | None:
    return drafts.draft_of(board.me or abort(401))


def to_the_form(board: Board) -> ResponseReturnValue:
    return see_other(url_for("proposals.board", slug=board.slug, _anchor="writing"))


def show_similar(
    board: Board, form: ProposalForm | None, *, kept: str, other: Draft | None = None
) -> str:
    found = []
    if form:
        words = Wording.of(form.unfinished)
        found = similar(board.id, words, form.unfinished.language, board.me)
    return render(
        "proposals/similar.html",
        fragment="similar",
        board=board,
        similar=found,
        supporting=board.phase in SUPPORTING,
        kept=kept,
        other=other,
        told=bool(found) and request.form.get("before", "") != ids_of(found),
    )


def ids_of(found: list[Slip]) -> str:
    return " ".join(str(slip.id) for slip in found)


def show_draft(board: Board, kept: Draft, picture: PictureForm | None = None) -> str:
    form = ProposalForm.of(kept, board.me)
    asked = request.args.get("q", "")[:LONGEST_QUESTION]
    known = vocabulary().of("theme")
    return render(
        "proposals/preview.html",
        board=board,
        draft=kept,
        form=form,
        is_whole=form.validate(),
        can_ask=form.lacks_only_tick,
        writing=board.phase in WRITING,
        supporting=board.phase in SUPPORTING,
        similar=similar(board.id, Wording.of(kept), kept.language, board.me),
        kept="",
        other=None,
        told=False,
        joined=drafts.joined_things(kept, language()),
        asked=asked,
        found=drafts.findable(asked, kept, language()) if asked else [],
        themes=[known[code] for code in kept.themes.split() if code in known],
        picture=drafts.picture_of_draft(kept),
        picture_form=picture or PictureForm(),
    )
