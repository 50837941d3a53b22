"""Ending mail by one click, from the mail or from the page behind its link."""

from flask import abort, request, url_for
from flask.typing import ResponseReturnValue

from portal.cross_site import from_anywhere
from portal.notices import actions, stopping
from portal.notices.queries.stopped import Stoppable, stoppable
from portal.notices.views import bp
from portal.permissions import PUBLIC, access
from portal.web import NOT_LISTED, render, see_other


@bp.get("/notices/stop/<stop_token>", endpoint="stop")
@access(PUBLIC)
def read(stop_token: str) -> ResponseReturnValue:
    return show(found(stop_token), stop_token)


@bp.post("/notices/stop/<stop_token>")
@access(PUBLIC)
@from_anywhere
def set_stopped(stop_token: str) -> ResponseReturnValue:
    """By the button of the page or, from a mail program, by one click (RFC 8058),
    which is not to be sent on to another address."""
    mail = found(stop_token)
    one_click = request.form.get("List-Unsubscribe") == "One-Click"
    wanted = "0" if one_click else request.form.get("wanted")
    if wanted not in {"0", "1"}:
        abort(422)
    change = actions.allow_mail if wanted == "1" else actions.stop_mail
    change(mail.user_id, mail.topic)
    if one_click:
        return show(found(stop_token), stop_token)
    return see_other(url_for(".stop", stop_token=stop_token))


def found(token: str) -> Stoppable:
    link = stopping.read(token)
    return (link and stoppable(link)) or abort(404)


def show(mail: Stoppable, token: str) -> ResponseReturnValue:
    return render("notices/stop.html", mail=mail, token=token), 200, NOT_LISTED
