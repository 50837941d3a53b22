"""Opening a workshop, changing it and moving it from phase to phase."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal.db import today
from portal.directory.models import Team
from portal.directory.queries.names import team_names
from portal.forms import options
from portal.i18n import language
from portal.permissions import Permission, access, demand
from portal.vocabulary.queries import vocabulary
from portal.web import render, see_other
from portal.workshops import actions, queries
from portal.workshops.forms import PhaseForm, WorkshopForm
from portal.workshops.models import Phase
from portal.workshops.views import bp
from portal.workshops.views.workshops import found_board

WHOLE_REGION = "county"


@bp.get("/workshops/new")
@access(Permission.WORKSHOP_OPEN)
def new() -> ResponseReturnValue:
    demand(Permission.WORKSHOP_OPEN)
    return render("workshops/edit.html", form=WorkshopForm.first_shown(teams()))


@bp.post("/workshops")
@access(Permission.WORKSHOP_OPEN)
def open_workshop() -> ResponseReturnValue:
    demand(Permission.WORKSHOP_OPEN)
    form = WorkshopForm.read()
    form.team.choices = options(teams())
    if not form.validate():
        return render("workshops/edit.html", form=form), 422
    areas = vocabulary().of("area")
    workshop = actions.open_workshop(
        actions.Draft(
            texts=form.texts,
            timetable=form.timetable,
            opened_on=today(),
            areas=[areas[WHOLE_REGION]] if WHOLE_REGION in areas else [],
            team=chosen_team(form),
        )
    )
    return see_other(url_for("proposals.board", slug=workshop.slug))


@bp.get("/workshops/<slug>/settings")
@access(Permission.WORKSHOP_RUN)
def settings(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    form = WorkshopForm.of(board.workshop, queries.texts(board.id), teams())
    return render("workshops/edit.html", form=form, board=board)


@bp.post("/workshops/<slug>/settings")
@access(Permission.WORKSHOP_RUN)
def change(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    form = WorkshopForm.read()
    form.team.choices = options(teams())
    if not form.validate():
        return render("workshops/edit.html", form=form, board=board), 422
    actions.change_workshop(
        board.workshop, form.texts, form.timetable, chosen_team(form)
    )
    return see_other(url_for("workshops.cover", slug=slug))


@bp.post("/workshops/<slug>/phase")
@access(Permission.WORKSHOP_RUN)
def set_phase(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    form = PhaseForm.read()
    if not form.validate():
        abort(422)
    actions.set_phase(board.workshop, Phase(form.phase.data))
    return see_other(url_for("proposals.board", slug=slug))


def teams() -> dict[str, str]:
    """The teams that may answer, as choices."""
    names = [(str(key), name) for key, (name, _in) in team_names(language()).items()]
    return {"": "", **dict(sorted(names, key=lambda named: named[1].casefold()))}


def chosen_team(form: WorkshopForm) -> Team | None:
    picked = form.team.data or ""
    return Team.get_by_id(int(picked)) if picked else None
