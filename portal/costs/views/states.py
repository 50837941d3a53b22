"""How far a cost study has come, set by value."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.costs.actions.states import Refused, set_state
from portal.costs.labels import REFUSED
from portal.costs.models import StudyState
from portal.costs.queries.editing import draft
from portal.costs.queries.keeping import findable, kept_by
from portal.costs.views import bp
from portal.costs.views.editing import page_of_study
from portal.permissions import Permission, access, demand
from portal.upkeep.views.versions import whole
from portal.web import request, see_other


@bp.post("/cost-studies/<slug>/state")
@access(Permission.COST_EDIT)
def set_study_state(slug: str) -> ResponseReturnValue:
    found = findable(slug) or abort(404)
    demand(Permission.COST_EDIT, kept_by(found))
    wanted, read = request.form.get("state", ""), whole(request.form.get("edition", ""))
    if wanted not in set(StudyState) or read is None:
        abort(422)
    state = StudyState(wanted)
    if state is StudyState.REVIEWED:
        demand(Permission.COST_REVIEW)
    try:
        set_state(found.id, state, edition=read, by=current_user)
    except Refused as refused:
        return page_of_study(draft(found), refused=REFUSED[refused.why]), 422
    return see_other(url_for("costs.edition", slug=slug, done=state.value))
