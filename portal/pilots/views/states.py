"""How far a pilot has come, and the next step."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.errors import Refused
from portal.i18n import language
from portal.permissions import Permission, access, demand
from portal.pilots.actions.states import NEXT, set_state
from portal.pilots.forms.states import StateForm
from portal.pilots.queries.shelf import Shelved
from portal.pilots.queries.steps import history
from portal.pilots.views import bp
from portal.pilots.views.found import found_pilot
from portal.web import render, see_other


@bp.get("/pilots/<slug>/state")
@access(Permission.PILOT_EDIT)
def state(slug: str) -> ResponseReturnValue:
    found = found_pilot(slug)
    demand(Permission.PILOT_EDIT, found)
    return page(found, StateForm.read(state=found.state.value))


@bp.post("/pilots/<slug>/state")
@access(Permission.PILOT_EDIT)
def set_pilot_state(slug: str) -> ResponseReturnValue:
    found = found_pilot(slug)
    demand(Permission.PILOT_EDIT, found)
    form = StateForm.read()
    if not form.validate():
        return page(found, form), 422
    try:
        changed = set_state(
            found.id, form.wanted, by=current_user, note=form.said, on=form.day
        )
    except Refused as refused:
        form.state.errors = [refused.message]
        return page(found, form), 422
    done = "state" if changed else "same"
    return see_other(url_for("pilots.state", slug=slug, done=done))


def page(found: Shelved, form: StateForm) -> str:
    return render(
        "pilots/state.html",
        pilot=found,
        text=found.text(language()),
        form=form,
        may_follow=NEXT[found.state],
        history=history(found.id),
    )
