"""All inventories, and a new one."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.freshness import kept
from portal.inventories.actions import inventories as actions
from portal.inventories.forms.inventories import InventoryForm
from portal.inventories.models import CHANGES
from portal.inventories.queries import inventories as queries
from portal.inventories.views import bp
from portal.permissions import PUBLIC, Permission, access, can, demand
from portal.web import render, see_other


@bp.get("/inventories")
@access(PUBLIC)
@kept(CHANGES)
def listing() -> ResponseReturnValue:
    readable = [
        one
        for one in queries.listing()
        if can(Permission.INVENTORY_RUN, one.found)
        or (not one.found.is_draft and can(Permission.INVENTORY_READ, one.found))
    ]
    return render("inventories/listing.html", inventories=readable)


@bp.get("/inventories/new")
@access(Permission.INVENTORY_RUN)
def new() -> ResponseReturnValue:
    demand(Permission.INVENTORY_RUN)
    return render("inventories/settings.html", form=InventoryForm())


@bp.post("/inventories")
@access(Permission.INVENTORY_RUN)
def create() -> ResponseReturnValue:
    demand(Permission.INVENTORY_RUN)
    form = InventoryForm.read()
    if not form.validate():
        return render("inventories/settings.html", form=form), 422
    made = actions.create(
        form.settings, by=current_user, submission=form.submission.data or ""
    )
    return see_other(url_for(".questions", slug=made.slug))
