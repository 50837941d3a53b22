"""The sessions of a workshop, one of them, and both as calendars."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal import ical
from portal.addresses import whole
from portal.i18n import language
from portal.notices.bell import seen
from portal.permissions import PUBLIC, access
from portal.web import render
from portal.workshops.forms.registrations import RegistrationForm
from portal.workshops.ical import PRODUCT, moment
from portal.workshops.queries import Board
from portal.workshops.queries import registrations as registered
from portal.workshops.queries import sessions as queries
from portal.workshops.queries.sessions import Meeting
from portal.workshops.tickets import ticket
from portal.workshops.views import bp
from portal.workshops.views.workshops import found_board


@bp.get("/workshops/<slug>/sessions", endpoint="sessions")
@access(PUBLIC)
def listing(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    found = queries.meetings(board.id, language())
    return render(
        "workshops/sessions/sessions.html",
        board=board,
        ahead=[meeting for meeting in found if not meeting.over],
        past=[meeting for meeting in reversed(found) if meeting.over],
        feed=whole(url_for(".sessions_calendar", slug=slug)),
    )


@bp.get("/workshops/<slug>/sessions.ics")
@access(PUBLIC)
def sessions_calendar(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    found = queries.meetings(board.id, language())
    moments = [moment_of(board, meeting) for meeting in found]
    return ical.file(ical.followed(moments, whose(board)))


@bp.get("/workshops/<slug>/sessions/<id:session_id>")
@access(PUBLIC)
def session(slug: str, session_id: int) -> ResponseReturnValue:
    board = found_board(slug)
    meeting = found_meeting(board, session_id)
    seen(queries.SESSION, meeting.id, board)
    return show(board, meeting, RegistrationForm.blank(board.me))


@bp.get("/workshops/<slug>/sessions/<id:session_id>.ics")
@access(PUBLIC)
def session_calendar(slug: str, session_id: int) -> ResponseReturnValue:
    board = found_board(slug)
    meeting = found_meeting(board, session_id)
    return ical.file(ical.taken(moment_of(board, meeting), whose(board)))


def found_meeting(board: Board, session_id: int) -> Meeting:
    """A session of this workshop, or 404."""
    return queries.meeting(board.id, session_id, language()) or abort(404)


def show(board: Board, meeting: Meeting, form: RegistrationForm) -> str:
    own = registered.own(meeting.id, board.me) if board.me else None
    return render(
        "workshops/sessions/session.html",
        board=board,
        meeting=meeting,
        form=form,
        own=ticket(own) if own else "",
    )


def moment_of(board: Board, meeting: Meeting, link: str = "") -> ical.Moment:
    def address(number: int) -> str:
        return whole(url_for(".session", slug=board.slug, session_id=number))

    return moment(meeting, board.text.title, address, link)


def whose(board: Board) -> ical.Calendar:
    page = whole(url_for(".cover", slug=board.slug))
    return ical.of_the_portal(PRODUCT, board.text.title, page)
