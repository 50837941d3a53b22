"""The life of a practice: its steps so far, and the next one."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.i18n import language
from portal.permissions import Permission, access, demand
from portal.practices.actions.stages import NotYet, set_stage
from portal.practices.forms.stages import StageForm
from portal.practices.labels_of_parts import LACKS
from portal.practices.models import Practice
from portal.practices.queries.editing import draft
from portal.practices.queries.keeping import findable, kept_by
from portal.practices.queries.stages import history
from portal.practices.views import bp
from portal.upkeep.actions.versioned import Gone
from portal.web import render, see_other


@bp.get("/practices/<slug>/stage")
@access(Permission.PRACTICE_EDIT)
def stage(slug: str) -> ResponseReturnValue:
    found = findable(slug) or abort(404)
    demand(Permission.PRACTICE_EDIT, kept_by(found))
    return page(found, StageForm.read(pick_stage=found.stage.value))


@bp.post("/practices/<slug>/stage")
@access(Permission.PRACTICE_EDIT)
def set_practice_stage(slug: str) -> ResponseReturnValue:
    found = findable(slug) or abort(404)
    demand(Permission.PRACTICE_EDIT, kept_by(found))
    form = StageForm.read()
    if not form.validate():
        return page(found, form), 422
    try:
        is_new = set_stage(found.id, form.stage, note=form.said, by=current_user)
    except Gone:
        abort(404)
    except NotYet as refused:
        lacks = [str(LACKS[lack]) for lack in refused.lacks]
        form.pick_stage.errors = [" ".join(lacks)]
        return page(found, form), 422
    done = "stage" if is_new else "same"
    return see_other(url_for("practices.stage", slug=slug, done=done))


def page(found: Practice, form: StageForm) -> str:
    written = draft(found)
    return render(
        "practices/stage.html",
        draft=written,
        name=written.name(language()),
        form=form,
        history=history(found.id),
    )
