"""The desk: everything that one needs for an evening, on one page."""

from http import HTTPStatus

from flask import url_for
from flask.typing import ResponseReturnValue

from portal.ballots.queries.polls import open_polls
from portal.db import LARGEST_ID, version
from portal.facilitation.forms.desk import MINUTES, TimerForm
from portal.facilitation.queries import desk as queries
from portal.facilitation.views import bp
from portal.i18n import language
from portal.permissions import Permission, access, demand
from portal.proposals.actions.pins import set_pinned
from portal.proposals.phases import GROUPING, WRITING
from portal.proposals.queries.proposals import workshop_of
from portal.proposals.views.proposals import find
from portal.web import render, request, see_other, set_by_value, tag, wants
from portal.workshops.models import Phase
from portal.workshops.queries import Board
from portal.workshops.queries.sessions import upcoming
from portal.workshops.timer import set_timer
from portal.workshops.views.running import QUESTIONS
from portal.workshops.views.workshops import found_board


@bp.get("/workshops/<slug>/desk")
@access(Permission.WORKSHOP_RUN)
def desk(slug: str) -> ResponseReturnValue:
    """Asked again and again by its own page: 304 while nothing has changed."""
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    figures = queries.figures(board.id)
    state = state_of(board, figures)
    if wants("now") and request.headers.get("HX-PTag") == state:
        return "", HTTPStatus.NOT_MODIFIED
    html = show(board, TimerForm(), figures=figures)
    return html, 200, {"HX-PTag": state, "Cache-Control": "no-store"}


@bp.post("/workshops/<slug>/timer")
@access(Permission.WORKSHOP_RUN)
def change_timer(slug: str) -> ResponseReturnValue:
    """Start a timer of so many minutes, or with `wanted` 0 take it away."""
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    if request.form.get("wanted") == "0":
        set_timer(board.workshop, None)
        return see_other(url_for(".desk", slug=slug))
    form = TimerForm.read()
    if not form.validate():
        return show(board, form), HTTPStatus.UNPROCESSABLE_ENTITY
    set_timer(board.workshop, form.minutes.data)
    return see_other(url_for(".desk", slug=slug))


@bp.post("/proposals/<id:number>/pin")
@access(Permission.WORKSHOP_RUN)
def pin(number: int) -> ResponseReturnValue:
    found, board = find(number)
    demand(Permission.WORKSHOP_RUN, board)
    wanted = set_by_value()
    set_pinned(found.proposal, wanted=wanted)
    return see_other(url_for(".desk", slug=board.slug, _anchor="pins"))


@bp.post("/workshops/<slug>/pins")
@access(Permission.WORKSHOP_RUN)
def pin_by_number(slug: str) -> ResponseReturnValue:
    """Pin the proposal whose number is written."""
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    written = request.form.get("number", "").strip()
    number = int(written) if written.isascii() and written.isdigit() else 0
    if not 0 < number <= LARGEST_ID or workshop_of(number) != board.id:
        page = show(board, TimerForm(), not_found=written or "–")
        return page, HTTPStatus.UNPROCESSABLE_ENTITY
    found, _board = find(number)
    set_pinned(found.proposal, wanted=True)
    return see_other(url_for(".desk", slug=slug, _anchor="pins"))


def before_leaving_the_vote(board: Board, wanted: Phase) -> ResponseReturnValue | None:
    """Ask first when a vote is open: it would go on where nobody looks for it."""
    if board.phase is not Phase.VOTE or wanted is Phase.VOTE:
        return None
    if request.form.get("pick_anyway") == "1":
        return None
    still_open = open_polls(board.id, language())
    if not still_open:
        return None
    page = render(
        "facilitation/open_votes.html",
        board=board,
        wanted=wanted,
        polls=still_open,
        at_desk=request.form.get("from") == "desk",
    )
    return page, HTTPStatus.CONFLICT


def state_of(board: Board, figures: queries.Figures) -> str:
    """Changes whenever something that the desk shows does."""
    return tag(version(board.changes), figures, board.phase, language())


def show(
    board: Board,
    form: TimerForm,
    *,
    figures: queries.Figures | None = None,
    not_found: str = "",
) -> str:
    figures = figures or queries.figures(board.id)
    return render(
        "facilitation/desk.html",
        fragment="now",
        board=board,
        figures=figures,
        state=state_of(board, figures),
        form=form,
        not_found=not_found,
        minutes=MINUTES,
        boxes=queries.boxes(board.id, language()),
        pinnable=queries.pinnable(board.id),
        sessions=upcoming(board.id, language()),
        grouping=board.phase in GROUPING,
        writing=board.phase in WRITING,
    )


QUESTIONS.append(before_leaving_the_vote)
