"""How fast one wants to hear of what by mail."""

from flask import request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.notices import actions
from portal.notices.actions.bouncing import MAIL
from portal.notices.bell import seen
from portal.notices.forms import WishesForm
from portal.notices.queries.wishes import wishes_of
from portal.notices.views import bp
from portal.permissions import Permission, access, demand
from portal.web import render, see_other


@bp.get("/notices/wishes", endpoint="wishes")
@access(Permission.ACCOUNT_SEE)
def read() -> ResponseReturnValue:
    demand(Permission.ACCOUNT_SEE)
    seen(MAIL, current_user.id)
    return show(WishesForm.of(wishes_of(current_user)))


@bp.post("/notices/wishes")
@access(Permission.ACCOUNT_SEE)
def set_wishes() -> ResponseReturnValue:
    """The wishes or, by the button beside what has stopped, that mail starts again."""
    demand(Permission.ACCOUNT_SEE)
    if request.form.get("wanted") == "1":
        actions.start_again(current_user)
        return see_other(url_for(".wishes", started=1))
    form = WishesForm.read()
    if not form.validate():
        return show(form), 422
    actions.set_wishes(
        current_user,
        form.paces,
        quiet_from=int(form.pick_from.data),
        quiet_until=int(form.pick_until.data),
    )
    return see_other(url_for(".wishes", saved=1))


def show(form: WishesForm) -> str:
    return render(
        "notices/wishes.html",
        form=form,
        wishes=wishes_of(current_user),
        saved="saved" in request.args,
        started="started" in request.args,
    )
