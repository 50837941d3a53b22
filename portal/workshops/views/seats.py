"""One's own seat in a workshop: what is kept of it, its recovery code, leaving."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal.addresses import plain, scannable
from portal.permissions import Permission, access, demand
from portal.web import NOT_KEPT, render, see_other
from portal.workshops import actions, seats
from portal.workshops.kiosk import kiosk
from portal.workshops.queries import Board
from portal.workshops.views import bp
from portal.workshops.views.workshops import found_board


@bp.get("/workshops/<slug>/seat")
@access(Permission.SEAT_KEEP)
def seat(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.SEAT_KEEP, board)
    return render("workshops/seat.html", board=board)


@bp.post("/workshops/<slug>/seat/recovery")
@access(Permission.SEAT_KEEP)
def renew_recovery(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.SEAT_KEEP, board)
    me = board.me or abort(401)
    return show_recovery(board, actions.renew_recovery(me), renewed=True)


@bp.get("/workshops/<slug>/seat/departure")
@access(Permission.SEAT_KEEP)
def departure(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.SEAT_KEEP, board)
    return render("workshops/departure.html", board=board)


@bp.post("/workshops/<slug>/seat/departure")
@access(Permission.SEAT_KEEP)
def leave(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.SEAT_KEEP, board)
    actions.leave(board.me or abort(401))
    seats.give_up(board.id)
    tablet = kiosk()
    return see_other(tablet.address if tablet else url_for(".listing", left=1))


def show_recovery(
    board: Board, recovery: str, *, renewed: bool = False
) -> ResponseReturnValue:
    """The recovery code, shown once, to be printed or written down."""
    page = render(
        "workshops/joined.html",
        board=board,
        recovery=recovery,
        renewed=renewed,
        address=plain(url_for("workshops.come_back")),
        qr=scannable(url_for("workshops.come_back", recovery=recovery)),
    )
    return page, 200, NOT_KEPT
