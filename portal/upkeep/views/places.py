"""The facts of a place."""

import json

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal.i18n import language
from portal.permissions import Permission, access, demand
from portal.upkeep.actions import places as actions
from portal.upkeep.forms.fields import shown
from portal.upkeep.forms.places import PARTS, PlaceForm
from portal.upkeep.merging import Meeting
from portal.upkeep.queries import places as queries
from portal.upkeep.queries.places import KeptPlace
from portal.upkeep.views import bp
from portal.web import render, request, see_other


@bp.get("/places/<slug>/facts")
@access(Permission.PLACE_EDIT)
def place(slug: str) -> ResponseReturnValue:
    kept = find(slug)
    demand(Permission.PLACE_EDIT, kept)
    return show(kept, PlaceForm().read_from(kept.facts))


@bp.post("/places/<slug>/facts")
@access(Permission.PLACE_EDIT)
def save_place(slug: str) -> ResponseReturnValue:
    kept = find(slug)
    demand(Permission.PLACE_EDIT, kept)
    form = PlaceForm(request.form)
    form.offer()
    if not form.validate():
        return show(kept, form), 422
    try:
        actions.save(kept.place, form.values, base=form.base)
    except LookupError:
        abort(404)
    except Meeting as met:
        form.pick_read.data = json.dumps(met.theirs)
        mine = {found.name: found for found in met.merged.conflicts}
        for name, key in form.names.items():
            if key not in mine:
                form[name].data = shown(form[name], met.merged.snapshot[key])
        return show(kept, form, mine), 409
    return see_other(url_for("upkeep.place", slug=slug, done="saved"))


def find(slug: str) -> KeptPlace:
    return queries.place(slug) or abort(404)


def show(kept: KeptPlace, form: PlaceForm, met: object = None) -> str:
    if not form.pick_area.choices:
        form.offer()
    return render(
        "upkeep/place.html",
        kept=kept,
        form=form,
        name=kept.name(language()),
        parts=PARTS,
        met=met or {},
    )
