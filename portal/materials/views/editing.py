"""Adding a material and changing it; two who do so at once are joined."""

from functools import partial
from typing import Any

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.directory.queries.names import in_language, team_names
from portal.i18n import language
from portal.materials.actions import saving
from portal.materials.forms.editing import MaterialForm
from portal.materials.queries.shelf import Shelved
from portal.materials.queries.written import written
from portal.materials.views import bp
from portal.materials.views.material import found
from portal.permissions import Permission, access, demand
from portal.upkeep.views.both import Edited
from portal.web import render, see_other


@bp.get("/materials/new")
@access(Permission.MATERIAL_EDIT)
def new() -> ResponseReturnValue:
    demand(Permission.MATERIAL_EDIT)
    return show(None, MaterialForm(data={"language": language()}).offer(teams()))


@bp.post("/materials")
@access(Permission.MATERIAL_EDIT)
def create() -> ResponseReturnValue:
    demand(Permission.MATERIAL_EDIT)
    form = MaterialForm.read().offer(teams())
    if not form.validate():
        return show(None, form), 422
    made = saving.create(
        form.values, by=current_user, submission=form.submission.data or ""
    )
    return see_other(url_for("materials.material", slug=made.slug))


@bp.get("/materials/<slug>/edition")
@access(Permission.MATERIAL_EDIT)
def edition(slug: str) -> ResponseReturnValue:
    demand(Permission.MATERIAL_EDIT)
    return edited(found(slug)).opened()


@bp.post("/materials/<slug>/edition")
@access(Permission.MATERIAL_EDIT)
def set_edition(slug: str) -> ResponseReturnValue:
    demand(Permission.MATERIAL_EDIT)
    return edited(found(slug)).changed()


def edited(material: Shelved) -> Edited:
    def make(sent: Any) -> MaterialForm:
        return MaterialForm(sent).offer(teams())

    return Edited(
        partial(written, material.id),
        make,
        partial(show, material),
        partial(
            render,
            "materials/merge.html",
            material=material,
            title=title_of(material),
        ),
        lambda values, base: saving.save(material.id, values, base=base),
        address=url_for("materials.set_edition", slug=material.slug),
        onward=url_for("materials.material", slug=material.slug),
    )


def teams() -> dict[str, str]:
    """Those that may have read it, by id."""
    named = [(str(key), name) for key, (name, _in) in team_names(language()).items()]
    return {"": "", **dict(sorted(named, key=lambda team: team[1].casefold()))}


def show(material: Shelved | None, form: MaterialForm) -> str:
    return render(
        "materials/edition.html",
        material=material,
        title=title_of(material) if material else None,
        form=form,
    )


def title_of(material: Shelved) -> tuple[str, str]:
    text, spoken = in_language(material.texts, language())
    return text.title, spoken
