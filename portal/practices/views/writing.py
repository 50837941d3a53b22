"""The parts of a practice as pages, and how each is saved."""

from collections.abc import Callable
from typing import Any

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from portal.i18n import language
from portal.permissions import Permission, can
from portal.practices.actions import saving
from portal.practices.forms.authors import AuthorsForm
from portal.practices.forms.editing import first_state, text_form
from portal.practices.forms.references import references_form
from portal.practices.labels_of_parts import label, spoken, told
from portal.practices.models import Practice
from portal.practices.queries.editing import Draft
from portal.practices.queries.keeping import kept_by
from portal.practices.views.preview import drawn
from portal.upkeep.actions.versioned import Saved
from portal.upkeep.forms.parts import PartForm
from portal.upkeep.merging import Conflict
from portal.upkeep.queries import scope, services
from portal.upkeep.snapshots import Snapshot
from portal.upkeep.views.meeting import Asked, as_read
from portal.upkeep.views.part import Part
from portal.upkeep.views.rooms import Room, told_of
from portal.upkeep.views.texts import text_page
from portal.web import render, request, see_other

FOLDER = "practices"


def text_part(draft: Draft, code: str) -> Part:
    begun = first_state(draft.snapshot, code)
    return text_page(draft, code, text_form(code), begun, FOLDER)


def authors_part(draft: Draft) -> Part:
    def offer(form: Any) -> None:
        every = services.organisations(language(), None)
        form.offer(owners(draft, every), every, services.teams(language(), None))

    return Part(
        "authors",
        _("Who looks after it, and tags"),
        draft,
        url_for("practices.save_part", slug=draft.slug, practice_part="authors"),
        AuthorsForm,
        offer,
        folder=FOLDER,
    )


def owners(draft: Draft, every: dict[str, str]) -> dict[str, str]:
    """To whom it may belong from now on, of every organisation: who may not hand it
    over leaves it where it is."""
    held = draft.snapshot["organisation"]
    stays = {held: every.get(held, _("not known"))}
    if not can(Permission.PRACTICE_HAND_OVER, kept_by(draft.practice)):
        return stays
    keeps = scope.organisations_of(current_user)
    return {"": _("not known"), **stays, **services.organisations(language(), keeps)}


def references_part(draft: Draft) -> Part:
    return Part(
        "references",
        _("References"),
        draft,
        url_for("practices.save_part", slug=draft.slug, practice_part="references"),
        references_form(draft.snapshot, request.form),
        folder=FOLDER,
    )


def show(part: Part, form: PartForm, **more: object) -> str:
    return render("practices/part.html", fragment="preview", **part.shown(form, **more))


PARTS: dict[str, Callable[[Draft], Part]] = {
    "authors": authors_part,
    "references": references_part,
}


def preview(part: Part, form: PartForm, whole: Snapshot) -> str:
    """The page with the practice as it would be."""
    code = part.spoken or part.kept.name(language())[1]
    page = drawn(part.kept, whole, code)
    return show(part, form, preview=page, preview_language=code)


def read(_part: Part, conflicts: list[Conflict]) -> dict[Conflict, Asked]:
    return as_read(conflicts, label, spoken, told)


def done(part: Part, saved: Saved, edition: int) -> ResponseReturnValue:
    """Who took their own organisation away can write it no more."""
    kept = kept_by(Practice.get_by_id(part.kept.practice.id))
    if not can(Permission.PRACTICE_EDIT, kept):
        return see_other(url_for("practices.kept", done="left"))
    more: Any = told_of(saved, edition)
    return see_other(url_for("practices.edition", slug=part.kept.slug, **more))


PRACTICES = Room(saving.PRACTICES, show, preview, read, done)
