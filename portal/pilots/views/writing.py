"""The parts of a pilot as pages of its editor."""

from collections.abc import Callable
from typing import Any

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user
from markupsafe import Markup

from portal.i18n import language
from portal.permissions import Permission, can
from portal.pilots.actions import saving
from portal.pilots.forms.facts import FactsForm
from portal.pilots.forms.measures import measures_form
from portal.pilots.forms.sites import sites_form
from portal.pilots.forms.texts import first_source, text_form
from portal.pilots.labels import TEXTS
from portal.pilots.labels_of_parts import label, spoken, told
from portal.pilots.queries.editing import Draft
from portal.pilots.queries.pilots import findable
from portal.roles import coordinator
from portal.upkeep.actions.versioned import Saved
from portal.upkeep.forms.parts import PartForm
from portal.upkeep.merging import Conflict
from portal.upkeep.queries import scope, services
from portal.upkeep.snapshots import Snapshot
from portal.upkeep.views.meeting import Asked, as_read
from portal.upkeep.views.part import Part, offer_nothing
from portal.upkeep.views.rooms import Room, told_of
from portal.upkeep.views.texts import text_page
from portal.web import render, request, see_other

FOLDER = "pilots"


def text_part(draft: Draft, code: str) -> Part:
    begun = first_source(draft.snapshot, code)
    return text_page(draft, code, text_form(code), begun, FOLDER)


def facts_part(draft: Draft) -> Part:
    def offer(form: Any) -> None:
        form.offer(owners(draft), services.teams(language(), None))

    return part_of(draft, "facts", _("Practice, time and who looks after it"), offer)


def owners(draft: Draft) -> dict[str, str]:
    """To whom it may belong from now on."""
    held = draft.snapshot["organisation"]
    every = services.organisations(language(), None)
    stays = {held: every.get(held, _("not known"))}
    keeps = scope.organisations_of(current_user)
    if coordinator(current_user, None):
        return {"": _("not known"), **stays, **every}
    return {**stays, **services.organisations(language(), keeps)}


def measures_part(draft: Draft) -> Part:
    return part_of(draft, "measures", _("What is followed"))


def sites_part(draft: Draft) -> Part:
    return part_of(draft, "sites", _("Where it is tried"))


def part_of(
    draft: Draft, name: str, title: str, offer: Callable[[Any], None] = offer_nothing
) -> Part:
    form: type[PartForm] = FactsForm
    if name == "measures":
        form = measures_form(draft.snapshot, request.form)
    if name == "sites":
        form = sites_form(draft.snapshot, request.form)
    return Part(
        name,
        title,
        draft,
        url_for("pilots.save_part", slug=draft.slug, pilot_part=name),
        form,
        offer,
        folder=FOLDER,
    )


PARTS: dict[str, Callable[[Draft], Part]] = {
    "facts": facts_part,
    "measures": measures_part,
    "sites": sites_part,
}


def show(part: Part, form: PartForm, **more: object) -> str:
    return render("pilots/part.html", fragment="preview", **part.shown(form, **more))


def preview(part: Part, form: PartForm, whole: Snapshot) -> str:
    """What is said, as it would read; of the other parts, what is told now."""
    code = part.spoken or part.kept.name(language())[1]
    words = {name: whole.get(f"text/{code}/{name}", "") for name in TEXTS}
    page = Markup(render("pilots/words.html", words=words, spoken=code))  # noqa: S704  our own template
    return show(part, form, preview=page, preview_language=code)


def read(_part: Part, conflicts: list[Conflict]) -> dict[Conflict, Asked]:
    return as_read(conflicts, label, spoken, told)


def done(part: Part, saved: Saved, edition: int) -> ResponseReturnValue:
    """Who gave it to another organisation may write it no more."""
    slug = part.kept.slug
    found = findable(slug)
    if found is None or not can(Permission.PILOT_EDIT, found):
        return see_other(url_for("pilots.pilots"))
    more: Any = told_of(saved, edition)
    return see_other(url_for("pilots.edition", slug=slug, **more))


PILOTS = Room(saving.PILOTS, show, preview, read, done)
