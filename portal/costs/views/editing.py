"""A cost study as those who keep it write it, part by part."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.costs.actions.saving import copy_line, last_line
from portal.costs.queries.editing import Draft, draft
from portal.costs.queries.keeping import findable, kept_by
from portal.costs.queries.lacks import lacking
from portal.costs.queries.page import read_in
from portal.costs.views import bp
from portal.costs.views.writing import PARTS, ROOM, line_part, show, text_part
from portal.i18n import LANGUAGES, language
from portal.permissions import Permission, access, demand
from portal.upkeep.views.rooms import save_in
from portal.upkeep.views.versions import whole
from portal.web import render, request, see_other, takes

MOST_BYTES = 500_000
"""A line with six scenarios, three times over where two people met."""
A_TEXT = (
    f"/cost-studies/<slug>/edition/text/<any({', '.join(LANGUAGES)}):text_language>"
)
A_PART = f"/cost-studies/<slug>/edition/<any({', '.join(PARTS)}):study_part>"
A_LINE = "/cost-studies/<slug>/edition/lines/<line_key>"


def page_of_study(written: Draft, refused: object = None) -> str:
    return render(
        "costs/edition.html",
        draft=written,
        read=read_in(written.study, language()),
        lacking=lacking(written.study),
        missing=[code for code in LANGUAGES if code not in written.languages],
        refused=refused,
    )


@bp.get("/cost-studies/<slug>/edition")
@access(Permission.COST_EDIT)
def edition(slug: str) -> ResponseReturnValue:
    found = findable(slug) or abort(404)
    demand(Permission.COST_EDIT, kept_by(found))
    return page_of_study(draft(found))


@bp.get(A_TEXT)
@access(Permission.COST_EDIT)
def text(slug: str, text_language: str) -> ResponseReturnValue:
    found = findable(slug) or abort(404)
    demand(Permission.COST_EDIT, kept_by(found))
    page = text_part(draft(found), text_language)
    return show(page, page.filled())


@bp.post(A_TEXT)
@access(Permission.COST_EDIT)
def save_text(slug: str, text_language: str) -> ResponseReturnValue:
    found = findable(slug) or abort(404)
    demand(Permission.COST_EDIT, kept_by(found))
    return save_in(ROOM, text_part(draft(found), text_language))


@bp.get(A_PART)
@access(Permission.COST_EDIT)
def part(slug: str, study_part: str) -> ResponseReturnValue:
    found = findable(slug) or abort(404)
    demand(Permission.COST_EDIT, kept_by(found))
    page = PARTS[study_part](draft(found))
    return show(page, page.filled())


@bp.post(A_PART)
@access(Permission.COST_EDIT)
def save_part(slug: str, study_part: str) -> ResponseReturnValue:
    found = findable(slug) or abort(404)
    demand(Permission.COST_EDIT, kept_by(found))
    return save_in(ROOM, PARTS[study_part](draft(found)))


@bp.get(A_LINE)
@access(Permission.COST_EDIT)
def line(slug: str, line_key: str) -> ResponseReturnValue:
    found = findable(slug) or abort(404)
    demand(Permission.COST_EDIT, kept_by(found))
    page = line_part(draft(found), line_key)
    return show(page, page.filled())


@bp.post(A_LINE)
@access(Permission.COST_EDIT)
@takes(MOST_BYTES)
def save_line(slug: str, line_key: str) -> ResponseReturnValue:
    found = findable(slug) or abort(404)
    demand(Permission.COST_EDIT, kept_by(found))
    return save_in(ROOM, line_part(draft(found), line_key))


@bp.post("/cost-studies/<slug>/edition/lines")
@access(Permission.COST_EDIT)
def copy(slug: str) -> ResponseReturnValue:
    """A line that says what another does, ready to be changed."""
    found = findable(slug) or abort(404)
    demand(Permission.COST_EDIT, kept_by(found))
    read = whole(request.form.get("edition", ""))
    if read is None:
        abort(422)
    try:
        copy_line(found, request.form.get("copy_of", ""), edition=read, by=current_user)
    except LookupError:
        abort(404)
    key = last_line(found)
    return see_other(url_for("costs.line", slug=slug, line_key=key, done="copied"))
