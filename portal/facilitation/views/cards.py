"""Printing paper cards."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal.addresses import plain, qr
from portal.db import LARGEST_ID
from portal.facilitation.actions.cards import MOST_CARDS, print_cards
from portal.facilitation.forms.cards import SIZES, PrintForm
from portal.facilitation.queries import cards as queries
from portal.facilitation.views import bp
from portal.permissions import Permission, access, can, demand
from portal.proposals.views.boards import join_url
from portal.web import render, request, see_other
from portal.workshops.queries import Board
from portal.workshops.views.workshops import found_board

USUAL = 20


@bp.get("/workshops/<slug>/paper-cards")
@access(Permission.WORKSHOP_RUN)
def cards(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    return show(board, PrintForm(data={"count": USUAL, "pick_size": "4"}))


@bp.post("/workshops/<slug>/paper-cards")
@access(Permission.WORKSHOP_RUN)
def make_cards(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    form = PrintForm.read()
    if not form.validate():
        return show(board, form), 422
    made = print_cards(board.workshop, form.count.data or 0)
    size = form.pick_size.data
    return see_other(
        url_for(".sheets", slug=slug, first=made[0], last=made[-1], size=size)
    )


@bp.get("/workshops/<slug>/paper-cards/sheets")
@access(Permission.WORKSHOP_RUN)
def sheets(slug: str) -> ResponseReturnValue:
    """Cards ready to be printed, also once more: a number stays what it is."""
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    size = request.args.get("size", "4")
    first, last = (asked(name) for name in ("first", "last"))
    found = queries.numbers(board.id, first, last, MOST_CARDS)
    if size not in SIZES or not found:
        abort(404)
    return render(
        "facilitation/sheets.html",
        board=board,
        numbers=found,
        size=int(size),
        address=plain(url_for("proposals.numbers")),
        rules_address=plain(url_for("pages.about", name="rules")),
    )


@bp.get("/workshops/<slug>/poster")
@access(Permission.WORKSHOP_RUN)
def poster(slug: str) -> ResponseReturnValue:
    """A sheet for the wall, with the code by which one joins."""
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    if not can(Permission.WORKSHOP_CODE, board):
        abort(404)
    return render(
        "facilitation/poster.html",
        board=board,
        qr=qr(join_url(board)),
        address=plain(url_for("workshops.code")),
    )


def asked(name: str) -> int:
    number = request.args.get(name, 0, type=int)
    return number if 0 < number <= LARGEST_ID else abort(404)


def show(board: Board, form: PrintForm) -> str:
    return render(
        "facilitation/cards.html",
        board=board,
        form=form,
        batches=queries.batches(board.id),
    )
