"""The list of workshops, and the cover of one."""

from flask import abort
from flask.typing import ResponseReturnValue

from portal.i18n import language
from portal.permissions import PUBLIC, access
from portal.web import render
from portal.workshops import queries
from portal.workshops.forms import CodeForm
from portal.workshops.seats import key_of
from portal.workshops.views import bp


def found_board(slug: str) -> queries.Board:
    """The workshop as this visitor sees it, or 404."""
    workshop_id = queries.id_of(slug) or abort(404)
    return queries.board(slug, language(), key_of(workshop_id)) or abort(404)


@bp.get("/workshops")
@access(PUBLIC)
def listing() -> ResponseReturnValue:
    boards = queries.listing(language())
    return render(
        "workshops/workshops.html",
        boards=boards,
        participants=queries.participants([board.id for board in boards]),
        form=CodeForm(),
    )


@bp.get("/workshops/<slug>")
@access(PUBLIC)
def cover(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    return render(
        "workshops/cover.html",
        board=board,
        services=queries.services(board, language()),
    )
