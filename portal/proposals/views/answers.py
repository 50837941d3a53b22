"""Answering a proposal."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.i18n import day, language
from portal.permissions import Permission, access, demand
from portal.proposals import actions
from portal.proposals.forms import AnswerForm
from portal.proposals.models import KIND
from portal.proposals.queries.answers import answer_texts, versions_of
from portal.proposals.queries.proposals import Found
from portal.proposals.views import bp
from portal.proposals.views.proposals import find
from portal.search.queries import related
from portal.web import render, see_other
from portal.workshops.queries import Board, around
from portal.workshops.views.running import teams


@bp.get("/proposals/<id:number>/answer")
@access(Permission.PROPOSAL_ANSWER)
def answer(number: int) -> ResponseReturnValue:
    found, board = find(number)
    demand(Permission.PROPOSAL_ANSWER, found)
    given = answer_texts(number)
    team = {"team": str(board.workshop.team or "")}
    form = AnswerForm.of(*given) if given else AnswerForm(data=team)
    return show(found, board, offered(form, found, board))


@bp.post("/proposals/<id:number>/answer")
@access(Permission.PROPOSAL_ANSWER)
def give_answer(number: int) -> ResponseReturnValue:
    found, board = find(number)
    demand(Permission.PROPOSAL_ANSWER, found)
    form = offered(AnswerForm.read(), found, board)
    if not form.validate():
        return show(found, board, form), 422
    actions.answer(found.proposal, current_user, form.draft)
    return see_other(url_for("proposals.proposal", number=number))


def offered(form: AnswerForm, found: Found, board: Board) -> AnswerForm:
    """The form with the teams, and the newest versions of the services that the
    proposal or the workshop is about, or that the answer holds already."""
    about = related(KIND, found.id, ("service",), language())["service"]
    there = around(board, language())["service"]
    names = {name.item_id: name.title for name in [*about, *there]}
    given = answer_texts(found.id)
    kept = given[0].version if given else None
    return form.offer(
        teams(),
        {
            str(row.id): f"{names.get(row.service, '–')}, {day(row.saved_at)}"
            for row in versions_of(names, kept)
        },
    )


def show(found: Found, board: Board, form: AnswerForm) -> str:
    return render("proposals/answer.html", found=found, board=board, form=form)
