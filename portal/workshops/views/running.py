"""Moving a workshop from phase to phase by hand."""

from collections.abc import Callable

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.directory.queries.names import team_names
from portal.i18n import language
from portal.permissions import Permission, access, demand
from portal.web import request, see_other
from portal.workshops import actions
from portal.workshops.forms import PhaseForm
from portal.workshops.models import Phase
from portal.workshops.queries import Board
from portal.workshops.views import bp
from portal.workshops.views.workshops import found_board

Question = Callable[[Board, Phase], ResponseReturnValue | None]

QUESTIONS: list[Question] = []
"""What later rooms ask before a workshop is moved: a page to answer with, or None."""


@bp.post("/workshops/<slug>/phase")
@access(Permission.WORKSHOP_RUN)
def set_phase(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    form = PhaseForm.read()
    if not form.validate():
        abort(422)
    seen = Phase(form.seen.data) if form.seen.data else None
    wanted = Phase(form.phase.data)
    for question in QUESTIONS:
        if asked := question(board, wanted):
            return asked
    actions.set_phase(board.workshop, wanted, seen, current_user)
    at_desk = request.form.get("from") == "desk"
    page = "facilitation.desk" if at_desk else "proposals.board"
    return see_other(url_for(page, slug=slug))


def teams() -> dict[str, str]:
    """The teams that may answer, as choices."""
    names = [(str(key), name) for key, (name, _in) in team_names(language()).items()]
    return {"": "", **dict(sorted(names, key=lambda named: named[1].casefold()))}
