"""What is set in an inventory: its texts, who reads it, its state."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.inventories.actions import inventories as actions
from portal.inventories.forms.inventories import InventoryForm, StateForm
from portal.inventories.models import InventoryState
from portal.inventories.views import bp
from portal.inventories.views.found import found_inventory
from portal.permissions import Permission, access, demand
from portal.web import render, see_other


@bp.get("/inventories/<slug>/settings")
@access(Permission.INVENTORY_RUN)
def settings(slug: str) -> ResponseReturnValue:
    demand(Permission.INVENTORY_RUN)
    found = found_inventory(slug)
    form = InventoryForm.of(found)
    return render("inventories/settings.html", form=form, found=found)


@bp.post("/inventories/<slug>/settings")
@access(Permission.INVENTORY_RUN)
def change(slug: str) -> ResponseReturnValue:
    demand(Permission.INVENTORY_RUN)
    found = found_inventory(slug)
    form = InventoryForm.read()
    if not form.validate():
        return render("inventories/settings.html", form=form, found=found), 422
    if not actions.change(found, form.settings, seen=form.pick_seen.data or ""):
        form.pick_seen.data = actions.seen_of(found_inventory(slug))
        form["due_on"].errors = [meanwhile()]
        return render("inventories/settings.html", form=form, found=found), 409
    return see_other(url_for(".inventory", slug=slug))


@bp.post("/inventories/<slug>/state")
@access(Permission.INVENTORY_RUN)
def set_state(slug: str) -> ResponseReturnValue:
    demand(Permission.INVENTORY_RUN)
    found = found_inventory(slug)
    form = StateForm.read()
    if not form.validate():
        abort(422)
    state = InventoryState(form.state.data)
    actions.set_state(found.row, state)
    asking = state is InventoryState.ASKING
    return see_other(url_for(".respondents" if asking else ".inventory", slug=slug))


def meanwhile() -> str:
    return _(
        "Somebody else has changed this meanwhile. What you wrote is here. Look at it "
        "in another tab, then save again."
    )
