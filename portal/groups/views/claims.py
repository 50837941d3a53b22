"""Claiming a question, and agreeing to it."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.groups.actions import claims as actions
from portal.groups.forms.claims import ClaimForm
from portal.groups.models import ClaimState, OpenQuestionState
from portal.groups.queries.questions import Asked, claim
from portal.groups.views import bp
from portal.groups.views.questions import found_question, way
from portal.permissions import Permission, access, demand
from portal.web import render, request, see_other, tag

CHOICES = {ClaimState.AGREED.value, ClaimState.ENDED.value}


@bp.get("/open-questions/<slug>/claims")
@access(Permission.QUESTION_CLAIM)
def claims(slug: str) -> ResponseReturnValue:
    asked = found_question(slug)
    demand(Permission.QUESTION_CLAIM)
    if asked.row.state is not OpenQuestionState.OPEN:
        return see_other(url_for(".open_question", slug=slug))
    return show(asked, ClaimForm())


@bp.post("/open-questions/<slug>/claims")
@access(Permission.QUESTION_CLAIM)
def claim_question(slug: str) -> ResponseReturnValue:
    asked = found_question(slug)
    demand(Permission.QUESTION_CLAIM)
    form = ClaimForm(request.form)
    if not form.validate():
        return show(asked, form), 422
    sent = tag(form.submission.data, current_user.id, asked.id)
    actions.claim(asked.id, form.draft, by=current_user, submission=sent)
    return see_other(url_for(".open_question", slug=slug))


@bp.post("/open-questions/<slug>/claims/<id:claim_id>")
@access(Permission.QUESTION_CLAIM)
def set_claim(slug: str, claim_id: int) -> ResponseReturnValue:
    """A coordinator agrees or ends it; whoever claimed may end their own."""
    asked = found_question(slug)
    demand(Permission.QUESTION_CLAIM)
    wanted = request.form.get("state", "")
    found = claim(asked.id, claim_id) or abort(404)
    own = found.claimed_by == current_user.id and wanted != ClaimState.AGREED
    if not own:
        demand(Permission.QUESTION_KEEP)
    if wanted not in CHOICES:
        abort(422)
    actions.set_state(found.id, ClaimState(wanted), by=current_user)
    return see_other(url_for(".open_question", slug=slug))


def show(asked: Asked, form: ClaimForm) -> str:
    return render("groups/claim.html", asked=asked, form=form, trail=way(asked))
