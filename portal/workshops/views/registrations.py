"""Registering for a session, and the place one holds: seen and given up by its own
signed link. Reading never changes anything: mail filters follow links too."""

from http import HTTPStatus

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal import ical, limits
from portal.addresses import plain, scannable
from portal.i18n import language
from portal.permissions import PUBLIC, Permission, access, can
from portal.web import NOT_LISTED, render, request, see_other
from portal.workshops import tickets
from portal.workshops.actions.registering import give_up, refuse_unless_open, register
from portal.workshops.forms.registrations import RegistrationForm
from portal.workshops.models import Registration, RegistrationState, Session
from portal.workshops.queries import Board, board_by_id
from portal.workshops.queries import registrations as queries
from portal.workshops.queries.sessions import Meeting
from portal.workshops.views import bp
from portal.workshops.views.sessions import (
    found_meeting,
    moment_of,
    show,
    whose,
)
from portal.workshops.views.workshops import found_board


@bp.post("/workshops/<slug>/sessions/<id:session_id>/registrations")
@access(PUBLIC)
def take_place(slug: str, session_id: int) -> ResponseReturnValue:
    board = found_board(slug)
    meeting = found_meeting(board, session_id)
    if board.me and (own := queries.own(meeting.id, board.me)):
        return see_other(url_for(".ticket", ticket=tickets.ticket(own)))
    refuse_unless_open(meeting.session)
    form = RegistrationForm.read()
    if not form.validate():
        return show(board, meeting, form), HTTPStatus.UNPROCESSABLE_ENTITY
    known = board.me is not None or can(Permission.WORKSHOP_RUN, board)
    if not known:
        limits.allow(limits.REGISTER)
    held = register(
        meeting.session, form.guest_of(board.me), form.submission.data or ""
    )
    if not known:
        limits.count_failure(limits.REGISTER)
    return see_other(url_for(".ticket", ticket=tickets.ticket(held)))


@bp.get("/registrations/<ticket>")
@access(PUBLIC)
def ticket(ticket: str) -> ResponseReturnValue:
    held, board, meeting = found_place(ticket)
    waits = held.state is RegistrationState.WAITING
    address = url_for(".ticket", ticket=ticket)
    page = render(
        "workshops/sessions/ticket.html",
        held=held,
        board=board,
        meeting=meeting,
        ticket=ticket,
        turn=queries.turn(held) if waits else 0,
        link=link_for(held, meeting),
        address=plain(address),
        qr=scannable(address),
    )
    return page, NOT_LISTED


@bp.get("/registrations/<ticket>/session.ics")
@access(PUBLIC)
def ticket_calendar(ticket: str) -> ResponseReturnValue:
    held, board, meeting = found_place(ticket)
    moment = moment_of(board, meeting, link_for(held, meeting))
    response = ical.file(ical.taken(moment, whose(board)))
    response.headers.update(NOT_LISTED)
    return response


@bp.get("/registrations/<ticket>/cancellation")
@access(PUBLIC)
def giving_up(ticket: str) -> ResponseReturnValue:
    held, board, meeting = found_place(ticket)
    page = render(
        "workshops/sessions/giving_up.html",
        held=held,
        board=board,
        meeting=meeting,
        ticket=ticket,
        done="done" in request.args,
    )
    return page, NOT_LISTED


@bp.post("/registrations/<ticket>/cancellation")
@access(PUBLIC)
def give_place_up(ticket: str) -> ResponseReturnValue:
    held, _board, meeting = found_place(ticket)
    done = 1 if meeting.open and give_up(held) else None
    return see_other(url_for(".giving_up", ticket=ticket, done=done))


def found_place(token: str) -> tuple[Registration, Board, Meeting]:
    """What the link leads to, or 404. Guesses are counted."""
    limits.allow(limits.FOLLOW)
    held = tickets.holder(token)
    if held is None:
        limits.count_failure(limits.FOLLOW)
        abort(404)
    workshop_id = Session.get_by_id(held.session).workshop
    board = board_by_id(workshop_id, language()) or abort(404)
    return held, board, found_meeting(board, held.session)


def link_for(held: Registration, meeting: Meeting) -> str:
    """The link for joining, for those who hold a place."""
    holds = held.state is RegistrationState.REGISTERED and not meeting.cancelled
    return str(meeting.session.link) if holds else ""
