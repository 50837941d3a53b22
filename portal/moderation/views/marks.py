"""What is marked on a case that waits: whose it is in hand, how urgent, who is asked;
and whose words wait no more."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.moderation import actions
from portal.moderation.actions.refusals import need_may_decide
from portal.moderation.forms import BlockForm, OpinionForm
from portal.moderation.views import asked, queue
from portal.moderation.views.blueprint import bp
from portal.moderation.views.cases import find, show
from portal.moderation.views.late import shown_to_the_later
from portal.permissions import Permission, access, demand
from portal.web import see_other, set_by_value


@bp.post("/<id:case_id>/claim")
@access(Permission.MODERATION_WORK)
@shown_to_the_later
def set_claim(case_id: int) -> ResponseReturnValue:
    demand(Permission.MODERATION_WORK)
    found = find(case_id)
    if not set_by_value():
        actions.give_up(found, current_user)
        return queue.back(case_id) if queue.comes_from() else see_other(asked.address())
    if not actions.claim(found, current_user):
        need_may_decide(find(case_id), current_user)
    return queue.back(case_id) if queue.comes_from() else back_to(case_id)


@bp.post("/<id:case_id>/urgency")
@access(Permission.MODERATION_WORK)
@shown_to_the_later
def set_urgency(case_id: int) -> ResponseReturnValue:
    demand(Permission.MODERATION_WORK)
    actions.set_urgent(find(case_id), current_user, wanted=set_by_value())
    return back_to(case_id)


@bp.post("/<id:case_id>/second-opinion")
@access(Permission.MODERATION_WORK)
@shown_to_the_later
def ask_second_opinion(case_id: int) -> ResponseReturnValue:
    demand(Permission.MODERATION_WORK)
    found = find(case_id)
    form = OpinionForm.read()
    if not form.validate():
        return show(found, opinion=form), 422
    actions.ask_second_opinion(found, current_user, form.question.data)
    return see_other(url_for("moderation.queue", done="asked"))


@bp.post("/<id:case_id>/block")
@access(Permission.MODERATION_WORK)
def set_block(case_id: int) -> ResponseReturnValue:
    demand(Permission.MODERATION_WORK)
    found = find(case_id)
    if not set_by_value():
        actions.set_blocked(found, current_user, None)
        return back_to(case_id)
    form = BlockForm.read()
    if not form.validate():
        return show(found, block=form), 422
    actions.set_blocked(found, current_user, form.day, form.reason)
    return back_to(case_id)


def back_to(case_id: int) -> ResponseReturnValue:
    return see_other(url_for("moderation.case", case_id=case_id))
