"""The view for a wall: question, code, phase, timer, and what the phase is about."""

from http import HTTPStatus

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal.addresses import plain, qr, whole
from portal.ballots.queries.polls import open_polls
from portal.facilitation.queries.screen import newest_result
from portal.facilitation.views import bp
from portal.i18n import language
from portal.permissions import PUBLIC, Permission, access, can
from portal.proposals.phases import WRITING
from portal.proposals.queries.news import pulse
from portal.proposals.queries.pages import Order, Wanted, facts, top
from portal.proposals.views.boards import join_url, state_of, whole_board
from portal.web import render, request, wants
from portal.workshops.models import Phase

SLIPS_ON_SCREEN = 6


@bp.get("/workshops/<slug>/screen")
@access(PUBLIC)
def screen(slug: str) -> ResponseReturnValue:
    """It asks for itself again and again, and is whole each time: a poll that is lost
    is made up for by the next."""
    workshop_id, number = pulse(slug) or abort(404)
    state = state_of(workshop_id, number)
    if wants("wall") and request.headers.get("HX-PTag") == state:
        return "", HTTPStatus.NOT_MODIFIED
    board = whole_board(slug)
    voting = board.phase is Phase.VOTE
    polls = open_polls(board.id, language()) if voting else []
    answering = board.phase is Phase.ANSWER
    result = newest_result(board.id, language()) if answering else None
    order = Order.NEWEST if board.phase in WRITING else Order.SUPPORTED
    shows_slips = not (polls or (result and result.rows))
    joins = not answering and can(Permission.WORKSHOP_CODE, board)
    ballot = url_for("ballots.poll", number=polls[0].id) if len(polls) == 1 else ""
    html = render(
        "facilitation/screen.html",
        fragment="wall",
        board=board,
        state=state,
        facts=facts(board.id, Wanted()),
        slips=top(board.id, order, SLIPS_ON_SCREEN) if shows_slips else [],
        polls=polls,
        result=result,
        joins=joins,
        ballot=plain(ballot) if ballot else "",
        qr=qr(whole(ballot) if ballot else join_url(board)) if joins else "",
    )
    return html, 200, {"HX-PTag": state, "Cache-Control": "no-store"}
