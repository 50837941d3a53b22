"""How a part of a service is shown, previewed, saved, and joined with another's."""

from functools import partial
from typing import Any

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal.i18n import language
from portal.upkeep.actions import saving
from portal.upkeep.actions.versioned import Saved
from portal.upkeep.forms.parts import PartForm
from portal.upkeep.labels import label, spoken, told
from portal.upkeep.merging import Conflict
from portal.upkeep.queries import services
from portal.upkeep.queries.services import Kept
from portal.upkeep.snapshots import Snapshot, group
from portal.upkeep.views.meeting import Asked, as_read
from portal.upkeep.views.part import Part
from portal.upkeep.views.preview import drawn
from portal.upkeep.views.rooms import Room, save_in, told_of
from portal.web import render, see_other


def find(slug: str) -> Kept:
    """The service with all that editors may change, or 404."""
    return services.kept(services.service(slug) or abort(404))


def show(part: Part, form: PartForm, **more: object) -> str:
    return render("upkeep/part.html", fragment="preview", **part.shown(form, **more))


def save(part: Part) -> ResponseReturnValue:
    return save_in(SERVICES, part)


def done(part: Part, saved: Saved, edition: int) -> ResponseReturnValue:
    more: Any = told_of(saved, edition)
    return see_other(url_for("upkeep.overview", slug=part.kept.slug, **more))


def read(_part: Part, conflicts: list[Conflict]) -> dict[Conflict, Asked]:
    called = partial(label, places=services.place_names(language()))
    return as_read(conflicts, called, spoken, told)


def preview(part: Part, form: PartForm, wanted: Snapshot) -> str:
    """The page with the card as it would be, in its own language or the page's."""
    whole = {name: value for name, value in wanted.items() if is_whole(name, wanted)}
    languages = [part.spoken, language(), *part.kept.languages]
    spoken = next(code for code in languages if f"text/{code}/name" in whole)
    card = drawn(part.kept, whole, spoken)
    return show(part, form, preview=card, preview_language=spoken)


def is_whole(name: str, snapshot: Snapshot) -> bool:
    """Not a scrap of a text that nobody has begun."""
    part = group(name)
    return not part.startswith("text/") or f"{part}/state" in snapshot


SERVICES = Room(saving.SERVICES, show, preview, read, done)
