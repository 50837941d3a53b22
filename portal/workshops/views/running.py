"""Moving a workshop from phase to phase by hand."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal.directory.queries.names import team_names
from portal.i18n import language
from portal.permissions import Permission, access, demand
from portal.web import see_other
from portal.workshops import actions
from portal.workshops.forms import PhaseForm
from portal.workshops.models import Phase
from portal.workshops.views import bp
from portal.workshops.views.workshops import found_board


@bp.post("/workshops/<slug>/phase")
@access(Permission.WORKSHOP_RUN)
def set_phase(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    form = PhaseForm.read()
    if not form.validate():
        abort(422)
    seen = Phase(form.seen.data) if form.seen.data else None
    actions.set_phase(board.workshop, Phase(form.phase.data), seen)
    return see_other(url_for("proposals.board", slug=slug))


def teams() -> dict[str, str]:
    """The teams that may answer, as choices."""
    names = [(str(key), name) for key, (name, _in) in team_names(language()).items()]
    return {"": "", **dict(sorted(names, key=lambda named: named[1].casefold()))}
