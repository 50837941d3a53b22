"""A new cost study."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.costs.actions.beginning import begin
from portal.costs.forms.creating import NewStudyForm
from portal.costs.views import bp
from portal.forms import new_submission
from portal.i18n import language
from portal.permissions import Permission, access, demand
from portal.upkeep.queries import scope, services
from portal.web import render, see_other


@bp.get("/cost-studies/new")
@access(Permission.COST_CREATE)
def new() -> ResponseReturnValue:
    demand(Permission.COST_CREATE)
    return render("costs/new.html", form=NewStudyForm().offer(teams()))


@bp.post("/cost-studies")
@access(Permission.COST_CREATE)
def create() -> ResponseReturnValue:
    demand(Permission.COST_CREATE)
    form = NewStudyForm.read().offer(teams())
    if not form.validate():
        return render("costs/new.html", form=form), 422
    made = begin(
        form.first,
        submission=form.submission.data or new_submission(),
        by=current_user,
    )
    return see_other(url_for("costs.edition", slug=made.slug, done="created"))


def teams() -> dict[str, str]:
    """Those of the organisations that one keeps, by code."""
    found = services.teams(language(), scope.organisations_of(current_user))
    named = {code: name for code, (name, _of) in found.items()}
    return named if len(named) == 1 else {"": "", **named}
