"""Joining a workshop by its code, and coming back with a recovery code."""

from flask import abort, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from portal import limits
from portal.accounts.models import Voice
from portal.i18n import language
from portal.permissions import PUBLIC, access
from portal.web import render, request, see_other
from portal.workshops import actions, queries, seats
from portal.workshops.codes import cleaned
from portal.workshops.forms import CodeForm, JoinForm, ReturnForm
from portal.workshops.models import Workshop
from portal.workshops.views import bp


@bp.get("/join")
@access(PUBLIC)
def code() -> ResponseReturnValue:
    if "code" not in request.args:
        return render("workshops/code.html", form=CodeForm())
    form = CodeForm(request.args)
    if not form.validate():
        return render("workshops/code.html", form=form), 422
    limits.allow(limits.JOIN)
    if queries.by_code(form.meant) is None:
        limits.count_failure(limits.JOIN)
        form.code.errors = [unknown_code()]
        return render("workshops/code.html", form=form), 422
    return redirect(url_for("workshops.join", code=form.meant), 303)


@bp.get("/join/<code>")
@access(PUBLIC)
def join(code: str) -> ResponseReturnValue:
    workshop = workshop_of(code)
    return already_seated(workshop) or show_join(workshop, JoinForm())


@bp.post("/join/<code>")
@access(PUBLIC)
def take_seat(code: str) -> ResponseReturnValue:
    workshop = workshop_of(code)
    if seated := already_seated(workshop):
        return seated
    form = JoinForm.read()
    if not form.validate():
        return show_join(workshop, form), 422
    participant, key, recovery = actions.join(
        workshop,
        nickname=form.nickname.data,
        voice=Voice(form.voice.data),
        user=current_user if current_user.is_authenticated else None,
    )
    seats.keep(participant, key)
    board = queries.board(workshop.slug, language(), key)
    response = render("workshops/joined.html", board=board, recovery=recovery)
    return response, 200, {"Cache-Control": "no-store"}


@bp.get("/return")
@access(PUBLIC)
def come_back() -> ResponseReturnValue:
    return render("workshops/return.html", form=ReturnForm())


@bp.post("/return")
@access(PUBLIC)
def take_seat_again() -> ResponseReturnValue:
    form = ReturnForm.read()
    if not form.validate():
        return render("workshops/return.html", form=form), 422
    limits.allow(limits.JOIN)
    participant = queries.by_recovery(form.meant)
    if participant is None:
        limits.count_failure(limits.JOIN)
        form.recovery.errors = [unknown_code()]
        return render("workshops/return.html", form=form), 422
    seats.keep(participant, actions.come_back(participant))
    slug = queries.slug_of(participant.workshop)
    return see_other(url_for("proposals.board", slug=slug))


def workshop_of(code: str) -> Workshop:
    """The workshop that this code opens, or 404. Guesses are counted."""
    limits.allow(limits.JOIN)
    workshop = queries.by_code(cleaned(code))
    if workshop is None:
        limits.count_failure(limits.JOIN)
        abort(404)
    return workshop


def already_seated(workshop: Workshop) -> Response | None:
    """To the board, for somebody whose browser holds a seat already."""
    seat = queries.seat(seats.key_of(workshop.id))
    if seat is None or seat.workshop != workshop.id:
        return None
    return see_other(url_for("proposals.board", slug=workshop.slug))


def show_join(workshop: Workshop, form: JoinForm) -> str:
    board = queries.board(workshop.slug, language())
    return render("workshops/join.html", board=board, form=form)


def unknown_code() -> str:
    return _("No workshop has this code. Check it once more.")
