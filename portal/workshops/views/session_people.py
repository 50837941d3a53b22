"""Who comes to a session, who came, and what experts by experience are paid."""

from http import HTTPStatus

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.permissions import Permission, access, demand
from portal.spreadsheet import csv_file
from portal.web import render, request, see_other
from portal.workshops.actions.attendance import set_attended, store_sums
from portal.workshops.actions.registering import write_in
from portal.workshops.forms.registrations import WriteInForm
from portal.workshops.forms.session_papers import SumsForm, amount, sums_form
from portal.workshops.moments import local
from portal.workshops.queries import Board
from portal.workshops.queries import registrations as queries
from portal.workshops.queries.sessions import Meeting
from portal.workshops.tickets import ticket
from portal.workshops.views import bp
from portal.workshops.views.sessions import found_meeting
from portal.workshops.views.workshops import found_board

ATTENDED = {"1": True, "0": False, "": None}


@bp.get("/workshops/<slug>/sessions/<id:session_id>/people")
@access(Permission.WORKSHOP_RUN)
def session_people(slug: str, session_id: int) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    return show_people(board, found_meeting(board, session_id), WriteInForm())


@bp.post("/workshops/<slug>/sessions/<id:session_id>/people")
@access(Permission.WORKSHOP_RUN)
def add_person(slug: str, session_id: int) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    meeting = found_meeting(board, session_id)
    form = WriteInForm.read()
    if not form.validate():
        return show_people(board, meeting, form), HTTPStatus.UNPROCESSABLE_ENTITY
    held = write_in(meeting.session, form.guest, form.submission.data or "")
    page = url_for(".session_people", slug=slug, session_id=session_id)
    return see_other(f"{page}#person-{held.id}")


@bp.post("/workshops/<slug>/sessions/<id:session_id>/people/<id:registration_id>")
@access(Permission.WORKSHOP_RUN)
def note_attendance(
    slug: str, session_id: int, registration_id: int
) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    meeting = found_meeting(board, session_id)
    wanted = request.form.get("wanted")
    if wanted not in ATTENDED:
        abort(422)
    held = set_attended(meeting.session, registration_id, attended=ATTENDED[wanted])
    if held is None:
        abort(404)
    if request.htmx:
        return render(
            "workshops/sessions/person.html", board=board, meeting=meeting, one=held
        )
    page = url_for(".session_people", slug=slug, session_id=session_id)
    return see_other(f"{page}#person-{held.id}")


@bp.get("/workshops/<slug>/sessions/<id:session_id>/fees")
@access(Permission.WORKSHOP_RUN)
def fees(slug: str, session_id: int) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    meeting = found_meeting(board, session_id)
    paid = queries.paid(meeting.id)
    held: dict[str, str] = {"seen": queries.sums_stamp(paid)}
    for one in paid:
        held[f"fee_{one.id}"] = amount(one.fee) if one.fee else ""
        held[f"travel_{one.id}"] = amount(one.travel) if one.travel else ""
    return show_fees(board, meeting, sums_form(paid)(data=held))


@bp.post("/workshops/<slug>/sessions/<id:session_id>/fees")
@access(Permission.WORKSHOP_RUN)
def note_fees(slug: str, session_id: int) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    meeting = found_meeting(board, session_id)
    form = sums_form(queries.paid(meeting.id)).read()
    if not form.validate():
        return show_fees(board, meeting, form), HTTPStatus.UNPROCESSABLE_ENTITY
    if not store_sums(meeting.session, form.sums, form.seen.data or ""):
        form.seen.data = queries.sums_stamp(queries.paid(meeting.id))
        page = show_fees(board, meeting, form, stale=True)
        return page, HTTPStatus.UNPROCESSABLE_ENTITY
    return see_other(url_for(".fees", slug=slug, session_id=session_id, done=1))


@bp.get("/workshops/<slug>/sessions/<id:session_id>/fees.csv")
@access(Permission.WORKSHOP_RUN)
def fees_file(slug: str, session_id: int) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    meeting = found_meeting(board, session_id)
    held_on = local(meeting.session.starts_at).date()
    header = [_("Session"), _("Date"), _("Name"), _("Came"), _("Fee, euros")]
    header += [_("Travel, euros"), _("Together, euros")]
    lines = [
        [
            meeting.text.title,
            held_on,
            one.name,
            {True: _("yes"), False: _("no"), None: _("not known")}[one.attended],
            amount(one.fee),
            amount(one.travel),
            amount(one.fee + one.travel),
        ]
        for one in queries.paid(meeting.id)
    ]
    response = csv_file(f"fees-{board.slug}-{held_on}", header, lines)
    response.headers["Cache-Control"] = "no-store"
    return response


def show_people(board: Board, meeting: Meeting, form: WriteInForm) -> str:
    people = queries.people(meeting.id)
    every = (*people.registered, *people.waiting)
    return render(
        "workshops/sessions/people.html",
        board=board,
        meeting=meeting,
        form=form,
        people=people,
        tickets={one.id: ticket(one) for one in every},
    )


def show_fees(
    board: Board, meeting: Meeting, form: SumsForm, *, stale: bool = False
) -> str:
    paid = queries.paid(meeting.id)
    return render(
        "workshops/sessions/fees.html",
        board=board,
        meeting=meeting,
        form=form,
        paid=paid,
        total=amount(sum(one.fee + one.travel for one in paid)),
        amount=amount,
        stale=stale,
        done="done" in request.args,
    )
