"""How far a phenomenon has come, and which ones wait for an answer."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.directory.queries.names import team_names
from portal.i18n import language
from portal.permissions import Permission, access, can, demand
from portal.reports.actions.progress import set_progress as set_
from portal.reports.forms.progress import ProgressForm
from portal.reports.queries.editing import Draft, draft
from portal.reports.queries.held import Held
from portal.reports.queries.page import steps
from portal.reports.queries.waiting import waiting
from portal.reports.views import bp
from portal.reports.views.phenomena import found
from portal.upkeep.queries import scope
from portal.web import render, request, see_other


@bp.get("/phenomena/<slug>/progress")
@access(Permission.PHENOMENON_ANSWER)
def progress(slug: str) -> ResponseReturnValue:
    held = found(slug)
    demand(Permission.PHENOMENON_ANSWER, held)
    written, saved = draft(held), request.args.get("done") == "saved"
    form = form_of(held, written, ProgressForm()).filled(with_next=saved)
    return show(held, written, form)


@bp.post("/phenomena/<slug>/progress")
@access(Permission.PHENOMENON_ANSWER)
def set_progress(slug: str) -> ResponseReturnValue:
    held = found(slug)
    demand(Permission.PHENOMENON_ANSWER, held)
    written = draft(held)
    form = form_of(held, written, ProgressForm.read())
    if not form.validate():
        return show(held, written, form), 422
    chooses = can(Permission.PHENOMENON_GATHER)
    set_(
        held.id,
        form.wanted,
        by=current_user,
        team=form.team if chooses else None,
        due_on=form.due if chooses else None,
        note=form.said,
    )
    return see_other(url_for("reports.phenomenon", slug=slug))


@bp.get("/reports/asked")
@access(Permission.UPKEEP_WORK)
def asked() -> ResponseReturnValue:
    """What the organisations that one keeps must answer."""
    demand(Permission.UPKEEP_WORK)
    found_ = waiting(scope.organisations_of(current_user))
    return render("reports/asked.html", phenomena=found_)


def form_of(held: Held, written: Draft, form: ProgressForm) -> ProgressForm:
    """Only a coordinator chooses who answers, and by when."""
    named = team_names(language()) if can(Permission.PHENOMENON_GATHER) else {}
    teams = {
        str(key): name
        for key, (name, _in) in sorted(
            named.items(), key=lambda team: team[1][0].casefold()
        )
    }
    form.offer(held.row, written.snapshot, teams)
    if form.due_on and form.due_on.data is None and held.row.due_on:
        form.due_on.data = held.row.due_on.isoformat()
    return form


def show(held: Held, written: Draft, form: ProgressForm) -> str:
    return render(
        "reports/progress.html",
        held=held,
        draft=written,
        form=form,
        steps=steps(held.id),
    )
