"""Answering a proposal."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.forms import options
from portal.permissions import Permission, access, demand
from portal.proposals import actions
from portal.proposals.forms import AnswerForm
from portal.proposals.queries.answers import answer_texts
from portal.proposals.queries.proposals import Found
from portal.proposals.views import bp
from portal.proposals.views.proposals import find
from portal.web import render, see_other
from portal.workshops.queries import Board
from portal.workshops.views.running import teams


@bp.get("/proposals/<id:number>/answer")
@access(Permission.PROPOSAL_ANSWER)
def answer(number: int) -> ResponseReturnValue:
    found, board = find(number)
    demand(Permission.PROPOSAL_ANSWER, found)
    given = answer_texts(number)
    if given:
        form = AnswerForm.of(*given, teams())
    else:
        form = AnswerForm(data={"team": str(board.workshop.team or "")})
        form.team.choices = options(teams())
    return show(found, board, form)


@bp.post("/proposals/<id:number>/answer")
@access(Permission.PROPOSAL_ANSWER)
def give_answer(number: int) -> ResponseReturnValue:
    found, board = find(number)
    demand(Permission.PROPOSAL_ANSWER, found)
    form = AnswerForm.read()
    form.team.choices = options(teams())
    if not form.validate():
        return show(found, board, form), 422
    actions.answer(found.proposal, current_user, form.draft)
    return see_other(url_for("proposals.proposal", number=number))


def show(found: Found, board: Board, form: AnswerForm) -> str:
    return render("proposals/answer.html", found=found, board=board, form=form)
