"""The page of a practice drawn from what is typed, or from its drafts."""

from flask import abort, render_template
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from portal.directory.models import TextState
from portal.i18n import language, speaking
from portal.permissions import Permission, access, demand
from portal.practices.actions.saving import PRACTICES
from portal.practices.queries.editing import Draft, draft
from portal.practices.queries.keeping import findable, kept_by
from portal.practices.queries.page import page
from portal.practices.views import bp
from portal.upkeep.actions.preview import as_if
from portal.upkeep.snapshots import Snapshot
from portal.upkeep.views.preview import within
from portal.web import render, request


def drawn(written: Draft, wanted: Snapshot, code: str) -> Markup:
    """The practice in one language as if this were saved and published."""
    shown = {**wanted, f"text/{code}/state": TextState.PUBLISHED.value}
    with as_if(PRACTICES, written.practice, written.snapshot, shown), speaking(code):
        html = render_template("practices/practice.html", page=page(written.slug, code))
    return within(html)


@bp.get("/practices/<slug>/preview")
@access(Permission.PRACTICE_EDIT)
def preview(slug: str) -> ResponseReturnValue:
    found = findable(slug) or abort(404)
    demand(Permission.PRACTICE_EDIT, kept_by(found))
    written = draft(found)
    code = request.args.get("text", "") or written.name(language())[1]
    if code not in written.languages:
        abort(404)
    return render(
        "practices/preview.html",
        draft=written,
        code=code,
        preview=drawn(written, written.snapshot, code),
    )
