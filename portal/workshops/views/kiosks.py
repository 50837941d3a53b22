"""A tablet that many share: starting it, sitting down at it, and being forgotten."""

from http import HTTPStatus

from flask import abort, current_app, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.accounts.actions import end_this_session
from portal.accounts.models import Voice
from portal.addresses import plain
from portal.i18n import language
from portal.permissions import PUBLIC, Permission, access, can, demand
from portal.web import NOT_KEPT, render, request, see_other, set_by_value
from portal.workshops import actions, kiosk, seats
from portal.workshops.forms import JoinForm
from portal.workshops.models import Entry, Phase, Way
from portal.workshops.queries import Board, board_by_id
from portal.workshops.views import bp
from portal.workshops.views.workshops import found_board


@bp.get("/workshops/<slug>/kiosk", endpoint="kiosk")
@access(PUBLIC)
def first_page(slug: str) -> ResponseReturnValue:
    """Where the tablet waits for the next person. Being here forgets the one before;
    on any other device, those who run the workshop make it a tablet."""
    tablet = kiosk.kiosk()
    if tablet is None or tablet.slug != slug:
        board = found_board(slug)
        if not can(Permission.WORKSHOP_RUN, board):
            abort(404)
        return render("workshops/kiosk_start.html", board=board, tablet=tablet)
    if request.htmx:
        return see_other(tablet.address)
    kiosk.forget_person()
    page = show_welcome(board_of(tablet), JoinForm())
    return kiosk.clean(current_app.make_response(page))


@bp.post("/workshops/<slug>/kiosk")
@access(Permission.WORKSHOP_RUN)
def begin_kiosk(slug: str) -> ResponseReturnValue:
    """Make this device a tablet, or no longer one. Either way whoever does it is
    signed out here."""
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    wanted = set_by_value()
    end_this_session(current_user.session_key)
    if not wanted:
        kiosk.end()
        return see_other(url_for(".cover", slug=slug))
    kiosk.begin(board.id, slug)
    return see_other(url_for(".kiosk", slug=slug))


@bp.post("/workshops/<slug>/kiosk/seats")
@access(PUBLIC)
def sit_down(slug: str) -> ResponseReturnValue:
    board = board_of(need_tablet(slug))
    form = JoinForm.read()
    if board.phase is Phase.ANSWER:
        return see_other(url_for("proposals.results", slug=slug))
    if not form.validate():
        return show_welcome(board, form), 422
    kiosk.forget_person()
    participant, key, recovery = actions.join(
        board.workshop, nickname="", voice=Voice(form.voice.data), way=Way.KIOSK
    )
    seats.keep(participant, key)
    kiosk.note_recovery(recovery)
    return see_other(url_for(".slip", slug=slug))


@bp.get("/workshops/<slug>/kiosk/slip")
@access(PUBLIC)
def slip(slug: str) -> ResponseReturnValue:
    """The recovery code of whoever has just sat down, to be written on a slip."""
    tablet = need_tablet(slug)
    board = board_of(tablet)
    recovery = kiosk.noted_recovery()
    if board.me is None or not recovery:
        return see_other(tablet.address)
    address = plain(url_for(".come_back"))
    return render(
        "workshops/kiosk_slip.html", board=board, recovery=recovery, address=address
    )


@bp.post("/workshops/<slug>/kiosk/seat")
@access(PUBLIC)
def stand_up(slug: str) -> ResponseReturnValue:
    """I am ready: the tablet forgets me."""
    tablet = need_tablet(slug)
    if request.form.get("wanted") != "0":
        abort(422)
    kiosk.forget_person()
    return kiosk.clean(see_other(tablet.address))


@bp.get("/workshops/<slug>/kiosk/presence")
@access(PUBLIC)
def presence(slug: str) -> ResponseReturnValue:
    """Somebody is touching the tablet; the time of it is noted before this."""
    need_tablet(slug)
    return "", HTTPStatus.NO_CONTENT, NOT_KEPT


def need_tablet(slug: str) -> kiosk.Kiosk:
    tablet = kiosk.kiosk()
    return tablet if tablet and tablet.slug == slug else abort(404)


def board_of(tablet: kiosk.Kiosk) -> Board:
    """The tablet's workshop: it may show one by invitation, too."""
    key = seats.key_of(tablet.workshop_id)
    found = board_by_id(tablet.workshop_id, language(), key)
    return found or abort(404)


def show_welcome(board: Board, form: JoinForm) -> str:
    return render(
        "workshops/kiosk.html",
        board=board,
        form=form,
        ended=board.phase is Phase.ANSWER,
        invited=board.entry is Entry.INVITED,
    )
