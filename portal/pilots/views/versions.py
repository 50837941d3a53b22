"""Versions of a pilot: what changed when, and bringing the words of one back."""

from collections.abc import Iterator

from flask import abort
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.differences import Piece, pieces
from portal.i18n import language
from portal.permissions import PUBLIC, Permission, access, can, demand
from portal.pilots.actions import saving
from portal.pilots.labels_of_parts import label, spoken, told
from portal.pilots.queries.editing import editions, public_editions
from portal.pilots.views import bp
from portal.pilots.views.editing import edition_of
from portal.pilots.views.found import found_pilot
from portal.upkeep.diffs import changes
from portal.upkeep.queries.versions import Edition
from portal.upkeep.views.meeting import owner_names
from portal.upkeep.views.versions import chosen, whole
from portal.web import render, request


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
        changes=list(differences(*both)) if both else [],
    )


@bp.post("/pilots/<slug>/versions")
@access(Permission.PILOT_EDIT)
def restore(slug: str) -> ResponseReturnValue:
    found = found_pilot(slug)
    demand(Permission.PILOT_EDIT, found)
    number = whole(request.form.get("version", ""))
    if number is None:
        abort(422)
    try:
        saved = saving.restore(found, number, by=current_user)
    except LookupError:
        abort(404)
    return edition_of(slug, "restored" if saved.changed else "same")


def differences(
    older: Edition, newer: Edition
) -> Iterator[tuple[str, list[Piece], str]]:
    """What differs, each with its title, its words and the language of these."""
    named = owner_names()
    for name, before, after in changes(older.snapshot, newer.snapshot):
        words = pieces(told(name, before, named), told(name, after, named))
        yield label(name), words, spoken(name)
