"""Choosing the practices that a material belongs with."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal.i18n import language
from portal.materials.actions import saving
from portal.materials.queries.page import PRACTICE, page
from portal.materials.views import bp
from portal.materials.views.material import found
from portal.permissions import Permission, access, demand
from portal.practices.queries.keeping import findable
from portal.search.queries import matching
from portal.search.wishes import words_of
from portal.text import tidy
from portal.web import render, request, see_other, set_by_value

MOST_FOUND = 20


@bp.get("/materials/<slug>/practices")
@access(Permission.MATERIAL_EDIT)
def material_practices(slug: str) -> ResponseReturnValue:
    demand(Permission.MATERIAL_EDIT)
    question = words_of(request.args.get("q"))
    shown = page(found(slug), language())
    joined = {name.item_id for name in shown.practices}
    return render(
        "materials/practices.html",
        page=shown,
        question=question,
        found=[
            name
            for name in matching(PRACTICE, question, MOST_FOUND, language())
            if name.item_id not in joined
        ],
    )


@bp.post("/materials/<slug>/practices")
@access(Permission.MATERIAL_EDIT)
def set_material_practice(slug: str) -> ResponseReturnValue:
    demand(Permission.MATERIAL_EDIT)
    material, wanted = found(slug), set_by_value()
    chosen = findable(request.form.get("practice", "")) or abort(404)
    saving.set_practice(material.id, chosen.id, wanted=wanted)
    question = tidy(request.form.get("q")) or None
    return see_other(url_for("materials.material_practices", slug=slug, q=question))
