"""The queue, and deciding what waits in it."""

from flask import Blueprint, abort, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.moderation import actions, queries
from portal.moderation.forms import DecisionForm
from portal.moderation.models import Decision
from portal.permissions import Permission, access, demand
from portal.web import render, see_other, wants

bp = Blueprint("moderation", __name__, url_prefix="/<language>/moderation")


@bp.get("")
@access(Permission.MODERATION_WORK)
def queue() -> ResponseReturnValue:
    demand(Permission.MODERATION_WORK)
    return show()


@bp.post("/<id:case_id>")
@access(Permission.MODERATION_WORK)
def decide(case_id: int) -> ResponseReturnValue:
    demand(Permission.MODERATION_WORK)
    case = queries.case(case_id) or abort(404)
    actions.need_waiting(case)
    form = DecisionForm.read()
    if not form.validate():
        return show(form, case_id), 422
    actions.decide(
        case,
        current_user,
        decision=Decision(form.decision.data),
        reason=form.reason_given,
        note=form.note.data,
    )
    if wants("queue"):
        return show(done=Decision(form.decision.data))
    return see_other(url_for("moderation.queue", done=form.decision.data))


def show(
    form: DecisionForm | None = None, case_id: int = 0, done: Decision | None = None
) -> str:
    return render(
        "moderation/queue.html",
        fragment="queue",
        waiting=queries.queue(),
        form=form,
        case_id=case_id,
        done=done,
    )
