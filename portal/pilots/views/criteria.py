"""Writing the criteria of a selection, locking them, and opening the results."""

from flask import Response, abort, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from portal.errors import Refused
from portal.permissions import PUBLIC, Permission, access, demand
from portal.pilots.actions import selections as actions
from portal.pilots.forms.selections import SelectionForm
from portal.pilots.views import bp
from portal.pilots.views.selections import found_record, pilot_names, write
from portal.web import request, see_other, set_by_value


@bp.get("/selections/<slug>/criteria")
@access(Permission.SELECTION_RUN)
def criteria(slug: str) -> ResponseReturnValue:
    demand(Permission.SELECTION_RUN)
    record = found_record(slug)
    if record.is_locked:
        return see_other(url_for(".selection", slug=slug))
    return write(SelectionForm.of(record), record)


@bp.post("/selections/<slug>/criteria")
@access(Permission.SELECTION_RUN)
def change_criteria(slug: str) -> ResponseReturnValue:
    demand(Permission.SELECTION_RUN)
    record = found_record(slug)
    form = SelectionForm.read().offer(pilot_names())
    if not form.validate():
        return write(form, record), 422
    if not actions.change(record, form.draft, seen=form.pick_seen.data or ""):
        form.pick_seen.data = actions.seen_of(found_record(slug))
        form.pick_pilots.errors = [meanwhile()]
        return write(form, record), 409
    return see_other(url_for(".selection", slug=slug))


@bp.get("/selections/<slug>/criteria.txt")
@access(PUBLIC)
def locked_criteria(slug: str) -> ResponseReturnValue:
    """What was locked, to the byte, as its hash was counted."""
    record = found_record(slug)
    if not record.is_locked:
        abort(404)
    return Response(record.row.locked_text, mimetype="text/plain")


@bp.post("/selections/<slug>/lock")
@access(Permission.SELECTION_RUN)
def lock(slug: str) -> ResponseReturnValue:
    demand(Permission.SELECTION_RUN)
    record = found_record(slug)
    demand_forward()
    seen = request.form.get("pick_seen", "")
    actions.lock(record, seen=seen, by=current_user)
    return see_other(url_for(".selection", slug=slug))


@bp.post("/selections/<slug>/opening")
@access(Permission.SELECTION_RUN)
def open_results(slug: str) -> ResponseReturnValue:
    demand(Permission.SELECTION_RUN)
    record = found_record(slug)
    demand_forward()
    actions.open_results(record)
    return see_other(url_for(".scores", slug=slug))


def demand_forward() -> None:
    if not set_by_value():
        raise Refused(_("What is locked or opened stays so."))


def meanwhile() -> str:
    return _(
        "Somebody else has changed this meanwhile. What you wrote is here. Look at it "
        "in another tab, then save again."
    )
