"""Voting on paper: printing sheets, and noting who takes one."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal.ballots.actions import paper as actions
from portal.ballots.forms.paper import SheetsForm
from portal.ballots.models import PollState
from portal.ballots.queries import paper as queries
from portal.ballots.queries import polls
from portal.ballots.queries.polls import Titled
from portal.ballots.views import bp
from portal.ballots.views.found import find
from portal.i18n import language, speaking
from portal.permissions import Permission, access, demand
from portal.web import NOT_KEPT, render, request, see_other
from portal.workshops.codes import cleaned
from portal.workshops.queries import Board

FIRST_PILE = 20


@bp.get("/polls/<id:number>/paper")
@access(Permission.WORKSHOP_RUN)
def paper(number: int) -> ResponseReturnValue:
    found, board = find(number)
    demand(Permission.WORKSHOP_RUN, board)
    return show(found, board, SheetsForm(data={"count": FIRST_PILE})), NOT_KEPT


@bp.post("/polls/<id:number>/sheets")
@access(Permission.WORKSHOP_RUN)
def print_sheets(number: int) -> ResponseReturnValue:
    """The sheets themselves: their codes are told on this page only."""
    found, board = find(number)
    demand(Permission.WORKSHOP_RUN, board)
    form = SheetsForm.read()
    if not form.validate():
        return show(found, board, form), 422, NOT_KEPT
    codes = actions.print_sheets(found.id, form.count.data or 0)
    with speaking(form.pick_language.data):
        spoken = polls.poll(number, language()) or abort(404)
        choices = polls.choices(number, language())
        html = render(
            "ballots/sheets.html",
            poll=spoken,
            board=board,
            sheets=[
                (code, polls.shuffled(choices, number, cleaned(code))) for code in codes
            ],
        )
    return html, NOT_KEPT


@bp.post("/polls/<id:number>/paper-voters")
@access(Permission.WORKSHOP_RUN)
def give_sheet(number: int) -> ResponseReturnValue:
    found, board = find(number)
    demand(Permission.WORKSHOP_RUN, board)
    wanted = request.form.get("elector", type=int)
    elector = queries.elector(found.id, wanted) if wanted else None
    if elector is None:
        abort(422)
    actions.give_sheet(elector)
    page = url_for(".paper", number=number, q=request.form.get("q") or None)
    return see_other(f"{page}#people")


def show(found: Titled, board: Board, form: SheetsForm) -> str:
    is_open = found.poll.state is PollState.OPEN
    asked = request.args.get("q", "").strip()
    people = queries.people(found.id, asked) if is_open else []
    return render(
        "ballots/paper.html",
        poll=found,
        board=board,
        form=form,
        asked=asked,
        people=people[: queries.MOST_SHOWN],
        more=max(0, len(people) - queries.MOST_SHOWN),
        counts=queries.counts(found.id),
        state=found.poll.state,
    )
