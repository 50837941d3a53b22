"""The list of workshops, and the cover of one."""

from flask import abort
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.i18n import language
from portal.notices.bell import seen
from portal.permissions import PUBLIC, Permission, Role, access, can
from portal.web import render, request
from portal.workshops import queries, seats
from portal.workshops.forms import CodeForm
from portal.workshops.queries.sessions import next_starts, upcoming
from portal.workshops.views import bp

MOST_SESSIONS = 3


def found_board(slug: str) -> queries.Board:
    """The workshop as this visitor sees it, or 404."""
    return found_board_of(queries.id_of(slug) or abort(404))


def found_board_of(workshop_id: int) -> queries.Board:
    """The same, by its id. One by invitation is not there for others."""
    key = seats.key_of(workshop_id)
    board = queries.board_by_id(workshop_id, language(), key) or abort(404)
    return board if can(Permission.WORKSHOP_READ, board) else abort(404)


@bp.get("/workshops")
@access(PUBLIC)
def listing() -> ResponseReturnValue:
    facilitates = Role.FACILITATOR in current_user.roles
    run = queries.facilitated(current_user.id) if facilitates else set()
    boards = queries.listing(
        language(), seats.keys().values(), run, every=can(Permission.WORKSHOP_OPEN)
    )
    return render(
        "workshops/workshops.html",
        boards=boards,
        run=[board for board in boards if board.id in run],
        participants=queries.participants([board.id for board in boards]),
        sessions=next_starts([board.id for board in boards]),
        form=CodeForm(),
        left="left" in request.args,
    )


@bp.get("/workshops/<slug>")
@access(PUBLIC)
def cover(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    seen(queries.KIND, board.id, board)
    return render(
        "workshops/cover.html",
        board=board,
        sessions=upcoming(board.id, language())[:MOST_SESSIONS],
        around=queries.around(board, language()),
        opened="opened" in request.args,
    )
