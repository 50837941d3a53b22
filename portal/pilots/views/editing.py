"""A pilot as those who keep it write it."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.forms import new_submission
from portal.i18n import LANGUAGES, language
from portal.permissions import Permission, access, demand
from portal.pilots.actions import creating
from portal.pilots.actions.states import set_public
from portal.pilots.forms.creating import NewPilotForm
from portal.pilots.queries.editing import draft
from portal.pilots.views import bp
from portal.pilots.views.found import found_pilot
from portal.pilots.views.writing import PARTS, PILOTS, show, text_part
from portal.upkeep.queries import scope, services
from portal.upkeep.views.rooms import save_in
from portal.web import render, see_other, set_by_value, takes

MOST_BYTES = 2_000_000
"""Every text as long as it may be, three times over where two people met."""
A_TEXT = f"/pilots/<slug>/edition/text/<any({', '.join(LANGUAGES)}):text_language>"
A_PART = f"/pilots/<slug>/edition/<any({', '.join(PARTS)}):pilot_part>"


@bp.get("/pilots/new")
@access(Permission.PILOT_CREATE)
def new() -> ResponseReturnValue:
    demand(Permission.PILOT_CREATE)
    return render("pilots/new.html", form=new_form())


@bp.post("/pilots")
@access(Permission.PILOT_CREATE)
def create() -> ResponseReturnValue:
    demand(Permission.PILOT_CREATE)
    form = new_form()
    if not form.validate():
        return render("pilots/new.html", form=form), 422
    made = creating.begin(
        form.first,
        submission=form.submission.data or new_submission(),
        by=current_user,
    )
    return edition_of(made.slug, "created")


@bp.get("/pilots/<slug>/edition")
@access(Permission.PILOT_EDIT)
def edition(slug: str) -> ResponseReturnValue:
    found = found_pilot(slug)
    demand(Permission.PILOT_EDIT, found)
    written = draft(found)
    return render(
        "pilots/edition.html",
        draft=written,
        missing=[code for code in LANGUAGES if code not in written.languages],
    )


@bp.get(A_TEXT)
@access(Permission.PILOT_EDIT)
def text(slug: str, text_language: str) -> ResponseReturnValue:
    found = found_pilot(slug)
    demand(Permission.PILOT_EDIT, found)
    page = text_part(draft(found), text_language)
    return show(page, page.filled())


@bp.post(A_TEXT)
@access(Permission.PILOT_EDIT)
@takes(MOST_BYTES)
def save_text(slug: str, text_language: str) -> ResponseReturnValue:
    found = found_pilot(slug)
    demand(Permission.PILOT_EDIT, found)
    return save_in(PILOTS, text_part(draft(found), text_language))


@bp.get(A_PART)
@access(Permission.PILOT_EDIT)
def part(slug: str, pilot_part: str) -> ResponseReturnValue:
    found = found_pilot(slug)
    demand(Permission.PILOT_EDIT, found)
    page = PARTS[pilot_part](draft(found))
    return show(page, page.filled())


@bp.post(A_PART)
@access(Permission.PILOT_EDIT)
def save_part(slug: str, pilot_part: str) -> ResponseReturnValue:
    found = found_pilot(slug)
    demand(Permission.PILOT_EDIT, found)
    return save_in(PILOTS, PARTS[pilot_part](draft(found)))


@bp.post("/pilots/<slug>/publicity")
@access(Permission.PILOT_EDIT)
def set_publicity(slug: str) -> ResponseReturnValue:
    found = found_pilot(slug)
    demand(Permission.PILOT_EDIT, found)
    wanted = set_by_value()
    set_public(found.id, wanted=wanted, by=current_user)
    return edition_of(slug, "public" if wanted else "hidden")


def new_form() -> NewPilotForm:
    form = NewPilotForm.read()
    keeps = scope.organisations_of(current_user)
    form.offer(services.organisations(language(), keeps))
    return form


def edition_of(slug: str, done: str) -> ResponseReturnValue:
    """Where one comes after something was done."""
    return see_other(url_for("pilots.edition", slug=slug, done=done))
