"""Joining a workshop by a code, and coming back with a recovery code."""

from dataclasses import dataclass

from flask import abort, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from werkzeug.wrappers import Response

from portal import limits
from portal.accounts.models import Voice
from portal.i18n import language
from portal.permissions import PUBLIC, access
from portal.web import NOT_KEPT, render, request, see_other
from portal.workshops import actions, queries, seats
from portal.workshops.codes import (
    INVITATION_LENGTH,
    RECOVERY_LENGTH,
    cleaned,
)
from portal.workshops.forms import CodeForm, JoinForm, ReturnForm
from portal.workshops.kiosk import kiosk, note_recovery
from portal.workshops.models import Entry, Invitation, Phase, Way, Workshop
from portal.workshops.queries.people import seat_in
from portal.workshops.views import bp
from portal.workshops.views.seats import show_recovery
from portal.workshops.views.wrong_codes import show_unknown, unknown


@dataclass(frozen=True)
class Door:
    """What a code opens: a workshop, by an invitation or by its own code."""

    code: str
    workshop: Workshop
    invitation: Invitation | None = None


@bp.get("/join")
@access(PUBLIC)
def code() -> ResponseReturnValue:
    if "code" not in request.args:
        return render("workshops/code.html", form=CodeForm())
    form = CodeForm(request.args)
    if not form.validate():
        return render("workshops/code.html", form=form), 422
    limits.allow(limits.JOIN)
    if door(form.meant) is None:
        if len(form.meant) != RECOVERY_LENGTH:
            limits.count_failure(limits.JOIN)
        return show_unknown(form, 422)
    return redirect(url_for("workshops.join", code=form.meant), 303)


@bp.get("/join/<code>")
@access(PUBLIC)
def join(code: str) -> ResponseReturnValue:
    return open_door(code, JoinForm())


@bp.post("/join/<code>")
@access(PUBLIC)
def take_seat(code: str) -> ResponseReturnValue:
    return open_door(code, JoinForm.read())


@bp.get("/return")
@access(PUBLIC)
def come_back() -> ResponseReturnValue:
    form = ReturnForm(data={"recovery": request.args.get("recovery", "")})
    page = render("workshops/return.html", form=form)
    return page, 200, NOT_KEPT


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
        form.recovery.errors = [unknown(form.meant, RECOVERY_LENGTH)]
        return render("workshops/return.html", form=form), 422
    seats.keep(participant, actions.come_back(participant))
    slug = queries.slug_of(participant.workshop)
    return see_other(url_for("proposals.board", slug=slug))


def door(code: str) -> Door | None:
    if len(code) == INVITATION_LENGTH:
        invitation = queries.invitation(code)
        if invitation is None:
            return None
        return Door(code, Workshop.get_by_id(invitation.workshop), invitation)
    workshop = queries.by_code(code)
    if workshop is None or workshop.entry is Entry.INVITED:
        return None
    return Door(code, workshop)


def open_door(code: str, form: JoinForm) -> ResponseReturnValue:
    """The page that this code leads to, or what comes of its form. Guesses are
    counted."""
    limits.allow(limits.JOIN)
    found = door(cleaned(code))
    if found is None:
        limits.count_failure(limits.JOIN)
        return show_unknown(CodeForm(data={"code": code}), 404)
    seated = already_seated(found.workshop)
    if seated:
        return seated
    right = request.method == "POST" and form.validate()
    key = seats.key_for(form.submission.data or "") if right else ""
    shut = why_shut(found)
    if shut and not seat_in(found.workshop, key):
        return show_shut(found, shut)
    if right:
        return be_seated(found, form, key)
    status = 422 if request.method == "POST" else 200
    board = queries.board(found.workshop.slug, language()) or abort(404)
    page = render("workshops/join.html", board=board, form=form, code=found.code)
    return page, status


def be_seated(found: Door, form: JoinForm, key: str) -> ResponseReturnValue:
    tablet = kiosk()
    participant, key, recovery = actions.join(
        found.workshop,
        nickname=form.nickname.data,
        voice=Voice(form.voice.data),
        user=current_user if current_user.is_authenticated else None,
        way=Way.KIOSK if tablet else Way.WEB,
        invitation=found.invitation,
        key=key,
    )
    seats.keep(participant, key)
    if tablet and tablet.workshop_id == found.workshop.id:
        note_recovery(recovery)
        return see_other(url_for("workshops.slip", slug=found.workshop.slug))
    board = queries.board(found.workshop.slug, language(), key) or abort(404)
    return show_recovery(board, recovery)


def already_seated(workshop: Workshop) -> Response | None:
    """To the board, for somebody whose browser holds a seat already."""
    if seat_in(workshop, seats.key_of(workshop.id)) is None:
        return None
    return see_other(url_for("proposals.board", slug=workshop.slug))


def why_shut(found: Door) -> str:
    if found.invitation is not None and found.invitation.used_at is not None:
        return "used"
    return "ended" if found.workshop.phase is Phase.ANSWER else ""


def show_shut(found: Door, why: str) -> ResponseReturnValue:
    """A kind page for a code that no longer seats anybody."""
    public = found.workshop.entry is not Entry.INVITED
    board = queries.board(found.workshop.slug, language()) if public else None
    return render("workshops/shut.html", board=board, why=why), 410
