"""What editors answer: the list of feedback, and one of them."""

from http import HTTPStatus

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from portal.db import local_day
from portal.directory.models import Service
from portal.directory.queries.named import named
from portal.directory.queries.names import team_names
from portal.i18n import day, language
from portal.paging import page_number, pages_of
from portal.permissions import Permission, access, can, demand
from portal.upkeep.actions.feedback import answer
from portal.upkeep.feedback_labels import FEEDBACK_STATES
from portal.upkeep.forms.feedback_answers import AnswerFeedbackForm
from portal.upkeep.models import FeedbackState, ServiceFeedback
from portal.upkeep.queries import feedback as queries
from portal.upkeep.queries.filters import narrowing
from portal.upkeep.queries.scope import organisations_of
from portal.upkeep.views import bp
from portal.web import render, request, see_other


@bp.get("/upkeep/feedback")
@access(Permission.UPKEEP_WORK)
def feedback_list() -> ResponseReturnValue:
    demand(Permission.UPKEEP_WORK)
    mine = organisations_of(current_user)
    asked = request.args.get("state", "")
    state = FeedbackState(asked) if asked in FEEDBACK_STATES else None
    chosen = narrowing(
        request.args.get("team", ""),
        request.args.get("organisation", ""),
        mine,
        language(),
    )
    number = page_number()
    shown, count = queries.waiting(
        language(), mine, chosen.team, chosen.organisation, state, number
    )
    return render(
        "upkeep/feedback_list.html",
        shown=shown,
        count=count,
        narrowing=chosen,
        state=state,
        number=number,
        pages=pages_of(count, queries.PAGE_SIZE),
    )


@bp.get("/upkeep/feedback/<id:feedback_id>")
@access(Permission.UPKEEP_WORK)
def feedback_item(feedback_id: int) -> ResponseReturnValue:
    demand(Permission.UPKEEP_WORK)
    found = found_or_404(feedback_id)
    return show(found, form_of(found))


@bp.post("/upkeep/feedback/<id:feedback_id>")
@access(Permission.UPKEEP_WORK)
def answer_feedback(feedback_id: int) -> ResponseReturnValue:
    demand(Permission.UPKEEP_WORK)
    found = found_or_404(feedback_id)
    form = form_of(found)
    if not form.validate():
        return show(found, form), HTTPStatus.UNPROCESSABLE_ENTITY
    answer(found, form.answering, by=current_user, edition=form.seen_edition)
    return see_other(url_for("upkeep.feedback_item", feedback_id=found.id, saved=1))


def found_or_404(feedback_id: int) -> ServiceFeedback:
    mine = organisations_of(current_user)
    return queries.feedback(feedback_id, mine) or abort(404)


def form_of(found: ServiceFeedback) -> AnswerFeedbackForm:
    teams = {str(key): name for key, (name, _spoken) in team_names(language()).items()}
    versions = {
        str(row.id): _(
            "Version %(number)s, %(date)s %(note)s",
            number=row.edition,
            date=day(local_day(row.saved_at)),
            note=row.note,
        ).strip()
        for row in queries.versions_since(found)
    }
    return AnswerFeedbackForm.of(found, {"": "", **teams}, {"": "", **versions})


def show(found: ServiceFeedback, form: AnswerFeedbackForm) -> str:
    card = Service.get_or_none(Service.id == found.service)
    return render(
        "upkeep/feedback_answer.html",
        found=found,
        service=named([card.id], language()).get(card.id) if card else None,
        mends=card if card and can(Permission.SERVICE_EDIT, card) else None,
        form=form,
        saved="saved" in request.args,
    )
