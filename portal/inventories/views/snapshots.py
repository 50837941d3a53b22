"""Grids as they stood on a day, and what has changed since."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.i18n import language
from portal.inventories import changes as comparing
from portal.inventories.actions.snapshots import take
from portal.inventories.forms.inventories import SnapshotForm
from portal.inventories.models import InventorySnapshot
from portal.inventories.queries import snapshots as queries
from portal.inventories.queries.grid import grid, practices
from portal.inventories.queries.inventories import Found
from portal.inventories.views import bp
from portal.inventories.views.found import found_inventory, number, reading
from portal.permissions import Permission, access, demand
from portal.web import render, request, see_other

NOW = "now"


@bp.get("/inventories/<slug>/snapshots")
@access(Permission.INVENTORY_READ)
def snapshots(slug: str) -> ResponseReturnValue:
    found = found_inventory(slug)
    demand(Permission.INVENTORY_READ, found)
    return show(found, SnapshotForm())


@bp.post("/inventories/<slug>/snapshots")
@access(Permission.INVENTORY_RUN)
def take_snapshot(slug: str) -> ResponseReturnValue:
    demand(Permission.INVENTORY_RUN)
    found = found_inventory(slug)
    form = SnapshotForm.read()
    if not form.validate():
        return show(found, form), 422
    taken = take(found, by=current_user, note=form.note.data)
    return see_other(url_for(".snapshots", slug=slug, _anchor=f"s{taken.id}"))


@bp.get("/inventories/<slug>/snapshots/<id:snapshot_id>")
@access(Permission.INVENTORY_READ)
def snapshot(slug: str, snapshot_id: int) -> ResponseReturnValue:
    found = found_inventory(slug)
    demand(Permission.INVENTORY_READ, found)
    row = found_snapshot(found, snapshot_id)
    seen = reading(queries.grid_of(row), found)
    return render(
        "inventories/snapshot.html",
        found=found,
        text=found.text(language()),
        snapshot=row,
        seen=seen,
        rows=seen.rows(),
        practices=practices(seen.grid, language()),
    )


@bp.get("/inventories/<slug>/changes")
@access(Permission.INVENTORY_READ)
def changes(slug: str) -> ResponseReturnValue:
    """From one snapshot, or the newest, to another or to now."""
    found = found_inventory(slug)
    demand(Permission.INVENTORY_READ, found)
    first = request.args.get("from")
    before = (
        queries.newest(found.id)
        if first is None
        else found_snapshot(found, number(first))
    )
    if before is None:
        abort(404)
    until = request.args.get("to", NOW)
    after = None if until == NOW else found_snapshot(found, number(until))
    now = queries.grid_of(after) if after else grid(found)
    return render(
        "inventories/changes.html",
        found=found,
        text=found.text(language()),
        before=before,
        after=after,
        changes=comparing.between(queries.grid_of(before), now),
        spoken=language(),
    )


def found_snapshot(found: Found, snapshot_id: int) -> InventorySnapshot:
    return queries.snapshot(found.id, snapshot_id) or abort(404)


def show(found: Found, form: SnapshotForm) -> str:
    return render(
        "inventories/snapshots.html",
        found=found,
        text=found.text(language()),
        snapshots=queries.snapshots(found.id),
        form=form,
    )
