"""The sessions of a workshop, one of them, and both as calendars."""

from flask import abort, current_app, make_response, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from portal.addresses import whole
from portal.i18n import language
from portal.notices.bell import seen
from portal.permissions import PUBLIC, access
from portal.web import parts_of, render
from portal.workshops import ical
from portal.workshops.forms.registrations import RegistrationForm
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
    return ics(ical.calendar(found, told(board)))


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
    return ics(ical.one_session(meeting, told(board)))


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


def told(board: Board, link: str = "") -> ical.Told:
    config, slug = current_app.config, board.slug
    page = whole(url_for(".cover", slug=slug))
    contact = config["CONTACT_EMAIL"]
    return ical.Told(
        name=board.text.title,
        language=language(),
        host=parts_of(page).hostname or config["SITE_NAME"],
        organiser=f"mailto:{contact}" if contact else page,
        organiser_name=config[f"REGION_{language().upper()}"] or config["SITE_NAME"],
        address=lambda number: whole(url_for(".session", slug=slug, session_id=number)),
        link=link,
    )


def ics(written: bytes) -> Response:
    response = make_response(written)
    response.headers["Content-Type"] = "text/calendar; charset=utf-8"
    response.headers["Cache-Control"] = "private, no-cache"
    return response
