"""Adding a material and changing it; two who do so at once are joined."""

import json
from functools import partial

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.datastructures import MultiDict

from portal.directory.queries.names import in_language, team_names
from portal.i18n import LANGUAGES, language
from portal.materials.actions import saving
from portal.materials.forms.editing import MaterialForm
from portal.materials.labels import told
from portal.materials.queries.shelf import Shelved
from portal.materials.queries.written import written
from portal.materials.views import bp
from portal.materials.views.material import found
from portal.permissions import Permission, access, demand
from portal.upkeep.forms.parts import resolved
from portal.upkeep.merging import Conflict, Meeting
from portal.upkeep.views.meeting import chosen, reads, unseen, with_boxes
from portal.upkeep.views.part import Pairs
from portal.web import render, request, see_other


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
    material = found(slug)
    form = MaterialForm().offer(teams())
    return show(material, form.read_from(written(material.id)))


@bp.post("/materials/<slug>/edition")
@access(Permission.MATERIAL_EDIT)
def set_edition(slug: str) -> ResponseReturnValue:
    demand(Permission.MATERIAL_EDIT)
    material = found(slug)
    pairs, left_open = resolved(request.form.items(multi=True))
    if left_open:
        base = request.form.get("pick_base", "")
        rest = [pair for pair in pairs if pair[0] != "pick_read"]
        pairs = [*rest, ("pick_read", base)]
    form = sent(pairs)
    if not form.validate():
        return show(material, form), 422
    try:
        saving.save(material.id, form.values, base=form.base)
    except Meeting as met:
        return ask(material, form, pairs, met, left_open), 409
    return see_other(url_for("materials.material", slug=slug))


def sent(pairs: Pairs) -> MaterialForm:
    return MaterialForm(MultiDict(pairs)).offer(teams())


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


def ask(
    material: Shelved,
    form: MaterialForm,
    pairs: Pairs,
    met: Meeting,
    left_open: list[str],
) -> str:
    """The page on which one chooses between one's own words and another's."""
    fields = {form.field_of(one.name).name: one for one in met.merged.conflicts}
    asked = {
        name: reads(
            one, label_of(form, name, one), spoken(one), partial(told, form[name])
        )
        for name, one in fields.items()
    }
    kept = [
        ("pick_read", json.dumps(met.theirs)),
        ("pick_base", str(form.pick_read.data or "")),
    ]
    return render(
        "materials/merge.html",
        material=material,
        title=title_of(material),
        form=sent(with_boxes(pairs, asked)) if left_open else form,
        action=url_for("materials.set_edition", slug=material.slug),
        asked=asked,
        left_open=left_open,
        chosen=chosen(asked),
        carried=kept + unseen(form, pairs, met.merged.snapshot, fields),
    )


def spoken(conflict: Conflict) -> str:
    """The language of the words that met; none for what is chosen."""
    first, *rest = conflict.name.split("/")
    return rest[0] if first == "text" else ""


def label_of(form: MaterialForm, name: str, conflict: Conflict) -> str:
    label, code = str(form[name].label.text), spoken(conflict)
    if not code:
        return label
    return _("%(label)s (%(language)s)", label=label, language=LANGUAGES[code])
