"""Versions of a pilot: what changed when, and bringing the words of one back."""

from functools import partial

from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.i18n import language
from portal.permissions import PUBLIC, Permission, access, can, demand
from portal.pilots.actions import saving
from portal.pilots.labels_of_parts import label, spoken, told
from portal.pilots.queries.editing import editions, public_editions
from portal.pilots.views import bp
from portal.pilots.views.editing import edition_of
from portal.pilots.views.found import found_pilot
from portal.upkeep.views.versions import chosen, differences, restored
from portal.web import render


@bp.get("/pilots/<slug>/versions")
@access(PUBLIC)
def versions(slug: str) -> ResponseReturnValue:
    found = found_pilot(slug)
    editing = can(Permission.PILOT_EDIT, found)
    shown = editions(found) if editing else public_editions(found)
    newer, older = chosen(shown, "to"), chosen(shown, "from")
    both = (older, newer) if older and newer else None
    return render(
        "pilots/versions.html",
        draft=found,
        text=found.text(language()),
        editing=editing,
        editions=shown,
        newer=newer,
        older=older,
        changes=list(differences(*both, label, spoken, told)) if both else [],
    )


@bp.post("/pilots/<slug>/versions")
@access(Permission.PILOT_EDIT)
def restore(slug: str) -> ResponseReturnValue:
    found = found_pilot(slug)
    demand(Permission.PILOT_EDIT, found)
    return edition_of(slug, restored(partial(saving.restore, found, by=current_user)))
