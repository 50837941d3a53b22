"""A practice as those who look after it write it: its texts and its other parts."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.directory.models import TextState
from portal.i18n import LANGUAGES
from portal.permissions import Permission, access, demand
from portal.practices.actions import saving
from portal.practices.headings import HEADINGS
from portal.practices.queries.editing import draft
from portal.practices.queries.keeping import findable, kept_by
from portal.practices.views import bp
from portal.practices.views.writing import PARTS, PRACTICES, show, text_part
from portal.upkeep.views.rooms import save_in
from portal.web import render, request, see_other, takes

MOST_BYTES = 2_000_000
"""Every heading as long as it may be, three times over where two people met."""
A_TEXT = f"/practices/<slug>/edition/text/<any({', '.join(LANGUAGES)}):text_language>"
A_PART = f"/practices/<slug>/edition/<any({', '.join(PARTS)}):practice_part>"


@bp.get("/practices/<slug>/edition")
@access(Permission.PRACTICE_EDIT)
def edition(slug: str) -> ResponseReturnValue:
    found = findable(slug) or abort(404)
    demand(Permission.PRACTICE_EDIT, kept_by(found))
    written = draft(found)
    return render(
        "practices/edition.html",
        draft=written,
        missing=[code for code in LANGUAGES if code not in written.languages],
        headings=len(HEADINGS),
    )


@bp.get(A_TEXT)
@access(Permission.PRACTICE_EDIT)
def text(slug: str, text_language: str) -> ResponseReturnValue:
    found = findable(slug) or abort(404)
    demand(Permission.PRACTICE_EDIT, kept_by(found))
    page = text_part(draft(found), text_language)
    return show(page, page.filled())


@bp.post(A_TEXT)
@access(Permission.PRACTICE_EDIT)
@takes(MOST_BYTES)
def save_text(slug: str, text_language: str) -> ResponseReturnValue:
    found = findable(slug) or abort(404)
    demand(Permission.PRACTICE_EDIT, kept_by(found))
    return save_in(PRACTICES, text_part(draft(found), text_language))


@bp.get(A_PART)
@access(Permission.PRACTICE_EDIT)
def part(slug: str, practice_part: str) -> ResponseReturnValue:
    found = findable(slug) or abort(404)
    demand(Permission.PRACTICE_EDIT, kept_by(found))
    page = PARTS[practice_part](draft(found))
    return show(page, page.filled())


@bp.post(A_PART)
@access(Permission.PRACTICE_EDIT)
def save_part(slug: str, practice_part: str) -> ResponseReturnValue:
    found = findable(slug) or abort(404)
    demand(Permission.PRACTICE_EDIT, kept_by(found))
    return save_in(PRACTICES, PARTS[practice_part](draft(found)))


@bp.post("/practices/<slug>/states")
@access(Permission.PRACTICE_EDIT)
def set_state(slug: str) -> ResponseReturnValue:
    found = findable(slug) or abort(404)
    demand(Permission.PRACTICE_EDIT, kept_by(found))
    code, wanted = request.form.get("language", ""), request.form.get("state", "")
    if wanted not in set(TextState):
        abort(422)
    try:
        saving.set_state(found, f"text/{code}", TextState(wanted), by=current_user)
    except LookupError:
        abort(404)
    return edition_of(slug, wanted)


@bp.post("/practices/<slug>/checks")
@access(Permission.PRACTICE_EDIT)
def set_checked(slug: str) -> ResponseReturnValue:
    found = findable(slug) or abort(404)
    demand(Permission.PRACTICE_EDIT, kept_by(found))
    saving.set_checked(found, by=current_user)
    return edition_of(slug, "checked")


def edition_of(slug: str, done: str) -> ResponseReturnValue:
    """Where one comes after something was done."""
    return see_other(url_for("practices.edition", slug=slug, done=done))
