"""How a part of a service is shown, previewed, saved, and joined with another's."""

from typing import Any

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.i18n import language
from portal.upkeep.actions import saving
from portal.upkeep.actions.saving import Saved
from portal.upkeep.forms.parts import PartForm
from portal.upkeep.queries import services
from portal.upkeep.queries.services import Kept
from portal.upkeep.snapshots import Snapshot, group
from portal.upkeep.views.meeting import ask
from portal.upkeep.views.part import Part
from portal.upkeep.views.preview import drawn
from portal.upkeep.views.rooms import Room, save_in, told_of
from portal.web import render, see_other


def find(slug: str) -> Kept:
    """The service with all that editors may change, or 404."""
    return services.kept(services.service(slug) or abort(404))


def show(part: Part, form: PartForm, **more: object) -> str:
    context = {"preview": None, "preview_language": "", **part.context, **more}
    return render(
        "upkeep/part.html",
        fragment="preview",
        part=part,
        kept=part.kept,
        form=form,
        **context,
    )


def save(part: Part) -> ResponseReturnValue:
    return save_in(SERVICES, part)


def keep(part: Part, form: PartForm, edition: int) -> Saved:
    return saving.save(
        part.kept.service,
        {**part.also, **form.values},
        edition=edition,
        by=current_user,
        note=form.said,
        removed=form.removed,
    )


def done(part: Part, saved: Saved, edition: int) -> ResponseReturnValue:
    told: Any = told_of(saved, edition)
    return see_other(url_for("upkeep.overview", slug=part.kept.slug, **told))


def preview(part: Part, form: PartForm) -> str:
    """The page with the card as it would be, in its own language or the page's."""
    wanted = saving.wanted(
        part.kept.snapshot, None, {**part.also, **form.values}, form.removed
    )
    whole = {name: value for name, value in wanted.items() if is_whole(name, wanted)}
    languages = [part.spoken, language(), *part.kept.languages]
    spoken = next(code for code in languages if f"text/{code}/name" in whole)
    card = drawn(part.kept, whole, spoken)
    return show(part, form, preview=card, preview_language=spoken)


def is_whole(name: str, snapshot: Snapshot) -> bool:
    """Not a scrap of a text that nobody has begun."""
    part = group(name)
    return not part.startswith("text/") or f"{part}/state" in snapshot


SERVICES = Room(show, preview, keep, ask, done)
