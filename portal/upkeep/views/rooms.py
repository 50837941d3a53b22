"""How a part of a thing is saved, looked at first, and joined with another's."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import abort
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.upkeep.actions.versioned import Gone, Met, Saved, Versioned, wanted
from portal.upkeep.forms.parts import PartForm, resolved
from portal.upkeep.merging import Conflict
from portal.upkeep.snapshots import Snapshot
from portal.upkeep.views.meeting import Asked, page
from portal.upkeep.views.part import Pairs, Part
from portal.web import request


@dataclass(frozen=True)
class Room:
    """Where things of one sort are written. `show` draws a part with a form, `preview`
    with the thing as it would be too, `read` tells how that reads which two people
    changed; `done` leads on."""

    things: Versioned
    show: Callable[[Part, PartForm], str]
    preview: Callable[[Part, PartForm, Snapshot], str]
    read: Callable[[Part, list[Conflict]], dict[Conflict, Asked]]
    done: Callable[[Part, Saved, int], ResponseReturnValue]


def save_in(room: Room, part: Part) -> ResponseReturnValue:
    pairs, left_open = resolved(request.form.items(multi=True))
    if left_open:
        base = request.form.get("pick_base", "")
        pairs = [pair for pair in pairs if pair[0] != "edition"] + [("edition", base)]
    form = part.sent(pairs)
    if not form.validate():
        return room.show(part, form), 422
    if request.form.get("wanted") == "preview":
        values = {**part.also, **form.values}
        whole = wanted(part.kept.snapshot, None, values, form.removed)
        return room.preview(part, form, whole)
    return store(room, part, form, pairs, form.read_at, left_open)


def store(  # noqa: PLR0913, PLR0917  what a change is made of
    room: Room,
    part: Part,
    form: PartForm,
    pairs: Pairs,
    edition: int,
    left_open: list[str],
) -> ResponseReturnValue:
    try:
        saved = room.things.save(
            part.kept.thing,
            {**part.also, **form.values},
            edition=edition,
            by=current_user,
            note=form.said,
            removed=form.removed,
        )
    except Gone:
        abort(404)
    except Met as met:
        known = set(form.names.values())
        conflicts = [found for found in met.merged.conflicts if found.name in known]
        if not conflicts:
            return store(room, part, form, pairs, met.edition, left_open)
        asked = room.read(part, conflicts)
        return page(part, form, pairs, met, asked, left_open), 409
    return room.done(part, saved, edition)


def told_of(saved: Saved, edition: int) -> dict[str, object]:
    """What the page that one comes to is told of the saving."""
    return {
        "done": "saved" if saved.changed else "same",
        "beside": saved.beside,
        "read": edition if saved.beside else None,
        "revived": len(saved.revived) or None,
    }
