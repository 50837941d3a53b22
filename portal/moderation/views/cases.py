"""One case: its page, and deciding it."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.moderation import actions, queries
from portal.moderation.actions.refusals import is_taken, may_judge, offered
from portal.moderation.forms import BlockForm, DecisionForm, OpinionForm
from portal.moderation.models import Case, Decision
from portal.moderation.queries.pages import CasePage, case_page
from portal.moderation.views import queue
from portal.moderation.views.blueprint import bp
from portal.moderation.views.late import shown_to_the_later
from portal.permissions import Permission, access, demand
from portal.web import render, request, see_other

CASE = "case"
"""What a form says that stands on the page of a case and not in the queue."""


@bp.get("/<id:case_id>")
@access(Permission.MODERATION_WORK)
def case(case_id: int) -> ResponseReturnValue:
    demand(Permission.MODERATION_WORK)
    return show(find(case_id))


@bp.post("/<id:case_id>")
@access(Permission.MODERATION_WORK)
@shown_to_the_later
def decide(case_id: int) -> ResponseReturnValue:
    demand(Permission.MODERATION_WORK)
    found = find(case_id)
    actions.need_waiting(found)
    form = form_of(case_page(found, offered(found)) or abort(404))
    if not form.validate():
        if request.form.get("from") == CASE:
            return show(found, form), 422
        return queue.show(form, case_id), 422
    actions.decide([found], current_user, form.ruling)
    return queue.go_on(Decision(form.decision.data), [case_id])


@bp.post("/<id:case_id>/decision")
@access(Permission.MODERATION_WORK)
def take_back(case_id: int) -> ResponseReturnValue:
    """A decision is not wanted any more."""
    demand(Permission.MODERATION_WORK)
    found = find(case_id)
    if request.form.get("wanted") != "0":
        abort(422)
    actions.take_back(found, current_user)
    if queue.comes_from():
        return queue.back(case_id)
    return see_other(url_for("moderation.case", case_id=case_id))


def find(case_id: int) -> Case:
    return queries.case(case_id) or abort(404)


def form_of(page: CasePage) -> DecisionForm:
    return DecisionForm.about(
        [words for _sort, words in page.found],
        {number: item.heading for number, item in page.like.items()},
    )


def show(
    found: Case,
    form: DecisionForm | None = None,
    *,
    opinion: OpinionForm | None = None,
    block: BlockForm | None = None,
) -> str:
    page = case_page(found, offered(found)) or abort(404)
    taken = is_taken(found, current_user)
    return render(
        "moderation/case.html",
        page=page,
        case=page.case,
        item=page.item,
        offered=offered(found),
        form=form or as_before(page),
        opinion=opinion or OpinionForm(),
        block=block or BlockForm(),
        problems=next((one for one in (form, opinion, block) if one), None),
        may_decide=may_judge(found, current_user) and not taken,
        taken=taken,
        mine=found.claimed_by == current_user.id and found.claimed_until is not None,
    )


def as_before(page: CasePage) -> DecisionForm:
    """The form with what was given before a decision was taken back."""
    form = form_of(page)
    if request.method == "GET":
        form.reason.data = page.case.reason.value if page.case.reason else ""
        form.note.data = page.case.note
        found = {words for _sort, words in page.found}
        given = form.pick_passage if page.case.passage in found else form.passage
        given.data = page.case.passage
    return form
