"""Calling sessions, changing them and calling them off, by those who run the
workshop."""

from http import HTTPStatus

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from portal.i18n import LANGUAGES
from portal.permissions import Permission, access, demand
from portal.web import render, request, see_other
from portal.workshops.actions import sessions as actions
from portal.workshops.forms.session_papers import MinutesForm
from portal.workshops.forms.sessions import SessionForm
from portal.workshops.queries import Board
from portal.workshops.queries import registrations as registered
from portal.workshops.queries import sessions as queries
from portal.workshops.queries.sessions import Meeting
from portal.workshops.views import bp
from portal.workshops.views.sessions import found_meeting
from portal.workshops.views.workshops import found_board

PREVIEW = "preview"


@bp.get("/workshops/<slug>/sessions/new")
@access(Permission.WORKSHOP_RUN)
def new_session(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    return show_editor(board, SessionForm())


@bp.post("/workshops/<slug>/sessions")
@access(Permission.WORKSHOP_RUN)
def call_session(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    form = SessionForm.read()
    if not form.validate():
        return show_editor(board, form), HTTPStatus.UNPROCESSABLE_ENTITY
    made = actions.call(board.id, form.draft, form.submission.data or "")
    return see_other(url_for(".session", slug=slug, session_id=made.id))


@bp.get("/workshops/<slug>/sessions/<id:session_id>/settings")
@access(Permission.WORKSHOP_RUN)
def session_settings(slug: str, session_id: int) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    meeting = found_meeting(board, session_id)
    form = SessionForm.of(meeting.session, queries.session_texts(meeting.id))
    return show_editor(board, form, meeting)


@bp.post("/workshops/<slug>/sessions/<id:session_id>/settings")
@access(Permission.WORKSHOP_RUN)
def change_session(slug: str, session_id: int) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    meeting = found_meeting(board, session_id)
    form = SessionForm.read().keeping(queries.session_texts(meeting.id))
    if not form.validate():
        return show_editor(board, form, meeting), HTTPStatus.UNPROCESSABLE_ENTITY
    if not actions.change_session(
        meeting.session, form.draft, form.edition, current_user
    ):
        meeting = found_meeting(board, session_id)
        form.seen.data = str(meeting.session.sequence)
        form.day.errors = [changed_meanwhile()]
        return show_editor(board, form, meeting), HTTPStatus.UNPROCESSABLE_ENTITY
    return see_other(url_for(".session", slug=slug, session_id=session_id))


@bp.get("/workshops/<slug>/sessions/<id:session_id>/cancellation")
@access(Permission.WORKSHOP_RUN)
def calling_off(slug: str, session_id: int) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    meeting = found_meeting(board, session_id)
    return render(
        "workshops/sessions/calling_off.html",
        board=board,
        meeting=meeting,
        people=registered.people(meeting.id),
    )


@bp.post("/workshops/<slug>/sessions/<id:session_id>/cancellation")
@access(Permission.WORKSHOP_RUN)
def call_off(slug: str, session_id: int) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    meeting = found_meeting(board, session_id)
    if request.form.get("wanted") != "1":
        abort(422)
    actions.call_off(meeting.session, current_user)
    return see_other(url_for(".session_people", slug=slug, session_id=session_id))


@bp.get("/workshops/<slug>/sessions/<id:session_id>/minutes")
@access(Permission.WORKSHOP_RUN)
def minutes(slug: str, session_id: int) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    meeting = found_meeting(board, session_id)
    texts = queries.session_texts(meeting.id)
    held = {code: text.minutes for code, text in texts.items()}
    form = MinutesForm(data={"seen": queries.minutes_stamp(meeting.id), **held})
    return show_minutes(board, meeting, form)


@bp.post("/workshops/<slug>/sessions/<id:session_id>/minutes")
@access(Permission.WORKSHOP_RUN)
def write_minutes(slug: str, session_id: int) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    meeting = found_meeting(board, session_id)
    form = MinutesForm.read()
    if not form.validate():
        return show_minutes(board, meeting, form), HTTPStatus.UNPROCESSABLE_ENTITY
    if request.form.get("next") == PREVIEW:
        return show_minutes(board, meeting, form, preview=True)
    languages = list(queries.session_texts(meeting.id))
    written = {code: field.data for code, field in form.fields_in(languages).items()}
    if not actions.store_minutes(meeting.session, written, form.seen.data or ""):
        form.seen.data = queries.minutes_stamp(meeting.id)
        form[languages[0]].errors = [changed_meanwhile()]
        return show_minutes(board, meeting, form), HTTPStatus.UNPROCESSABLE_ENTITY
    address = url_for(".session", slug=slug, session_id=session_id)
    return see_other(f"{address}#minutes" if any(written.values()) else address)


def show_editor(board: Board, form: SessionForm, meeting: Meeting | None = None) -> str:
    return render(
        "workshops/sessions/edit.html", board=board, form=form, meeting=meeting
    )


def show_minutes(
    board: Board, meeting: Meeting, form: MinutesForm, *, preview: bool = False
) -> str:
    texts = queries.session_texts(meeting.id)
    return render(
        "workshops/sessions/minutes.html",
        board=board,
        meeting=meeting,
        form=form,
        fields=form.fields_in(list(texts)),
        missing=[name for code, name in LANGUAGES.items() if code not in texts],
        preview=preview,
    )


def changed_meanwhile() -> str:
    return _(
        "Somebody else has changed this session meanwhile. What you wrote is here. "
        "Look at the session in another tab, then save again."
    )
