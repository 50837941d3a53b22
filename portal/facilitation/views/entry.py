"""Entering paper cards, one after another by keyboard, or many lines at once."""

from typing import Any

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal.facilitation.actions.cards import MOST_LINES, WrongCard, enter_cards
from portal.facilitation.forms.cards import CardForm, WriterForm
from portal.facilitation.forms.lines import LinesForm
from portal.facilitation.queries.cards import on_paper
from portal.facilitation.views import bp
from portal.permissions import Permission, access, demand
from portal.proposals.phases import WRITING
from portal.proposals.queries.numbers import entered_here
from portal.proposals.views.panel import user
from portal.proposals.views.writing import LARGEST_WRITING
from portal.web import render, request, see_other, takes, wants
from portal.workshops.queries import Board
from portal.workshops.views.workshops import found_board


@bp.get("/workshops/<slug>/entry")
@access(Permission.WORKSHOP_RUN)
def entry(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    entered = request.args.get("entered", 0, type=int)
    return show(board, CardForm.kept(), entered=entered)


@bp.post("/workshops/<slug>/entry")
@access(Permission.WORKSHOP_RUN)
@takes(LARGEST_WRITING)
def enter(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    form = CardForm.read()
    if not form.validate():
        return show(board, form), 422
    try:
        (proposal,) = enter_cards(
            board.workshop,
            user() or abort(401),
            [form.card],
            form.writer,
            submission=form.submission.data or "",
        )
    except WrongCard as wrong:
        form.number.errors = [wrong.message]
        return show(board, form, taken=wrong.proposal), 422
    if wants("entry"):
        return show(board, CardForm(data=form.kept_choices), entered=proposal.id)
    return see_other(kept_in(".entry", slug, form, entered=proposal.id))


@bp.get("/workshops/<slug>/entry/lines")
@access(Permission.WORKSHOP_RUN)
def lines(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    count = request.args.get("count", 0, type=int)
    return show_lines(board, LinesForm.kept(), count=count)


@bp.post("/workshops/<slug>/entry/lines")
@access(Permission.WORKSHOP_RUN)
@takes(LARGEST_WRITING)
def enter_lines(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    form = LinesForm.read()
    if not form.validate():
        return show_lines(board, form), 422
    try:
        entered = enter_cards(
            board.workshop,
            user() or abort(401),
            form.cards,
            form.writer,
            submission=form.submission.data or "",
        )
    except WrongCard as wrong:
        form.lines.errors = [f"{wrong.place + 1}: {wrong.message}"]
        return show_lines(board, form), 422
    if form.rest or form.tells_danger:
        left = LinesForm(data={**form.kept_choices, "lines": form.rest})
        return show_lines(board, left, count=len(entered), worried=form.tells_danger)
    return see_other(kept_in(".lines", slug, form, count=len(entered)))


def kept_in(page: str, slug: str, form: WriterForm, **told: int) -> str:
    """The address of a page that keeps the choices of this form."""
    values: dict[str, Any] = {**form.kept_choices, **told}
    return url_for(page, slug=slug, **values)


def show(
    board: Board, form: CardForm, *, entered: int = 0, taken: int | None = None
) -> str:
    """`entered` is the number of the proposal that has just come in, and `taken` of
    the one that the card holds already."""
    before = entered_here(board.id, entered) if entered else None
    return render(
        "facilitation/entry.html",
        fragment="entry",
        board=board,
        form=form,
        entered=before,
        worried=form.tells_danger or (before is not None and before.worries),
        taken=taken,
        count=on_paper(board.id),
        writing=board.phase in WRITING,
    )


def show_lines(
    board: Board, form: LinesForm, *, count: int = 0, worried: bool = False
) -> str:
    """`worried` if what has just come in tells of danger."""
    return render(
        "facilitation/lines.html",
        board=board,
        form=form,
        count=count,
        worried=worried or form.tells_danger,
        most=MOST_LINES,
        too_many=len((form.lines.data or "").split("\n")) > MOST_LINES,
        writing=board.phase in WRITING,
    )
