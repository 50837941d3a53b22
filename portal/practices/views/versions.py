"""Versions of a practice: what changed when, and bringing one back."""

from functools import partial

from flask import abort
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.i18n import language
from portal.permissions import PUBLIC, Permission, access, can, demand
from portal.practices.actions import saving
from portal.practices.labels_of_parts import label, spoken, told
from portal.practices.queries.editing import draft
from portal.practices.queries.keeping import findable, kept_by
from portal.practices.queries.versions import editions, public_editions
from portal.practices.views import bp
from portal.practices.views.editing import edition_of
from portal.upkeep.views.versions import chosen, differences, restored
from portal.web import render


@bp.get("/practices/<slug>/versions")
@access(PUBLIC)
def versions(slug: str) -> ResponseReturnValue:
    found = findable(slug) or abort(404)
    editing = can(Permission.PRACTICE_EDIT, kept_by(found))
    written = draft(found)
    shown = editions(found) if editing else public_editions(found)
    newer, older = chosen(shown, "to"), chosen(shown, "from")
    both = (older, newer) if older and newer else None
    return render(
        "practices/versions.html",
        draft=written,
        name=written.name(language()) if editing else written.public_name(language()),
        editing=editing,
        editions=shown,
        newer=newer,
        older=older,
        changes=list(differences(*both, label, spoken, told)) if both else [],
    )


@bp.post("/practices/<slug>/versions")
@access(Permission.PRACTICE_EDIT)
def restore(slug: str) -> ResponseReturnValue:
    found = findable(slug) or abort(404)
    demand(Permission.PRACTICE_EDIT, kept_by(found))
    return edition_of(slug, restored(partial(saving.restore, found, by=current_user)))
