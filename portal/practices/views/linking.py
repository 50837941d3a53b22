"""What a practice is joined with: found by words, picked one by one."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal.i18n import language
from portal.permissions import Permission, access, demand
from portal.practices.actions.linking import set_link
from portal.practices.queries.editing import draft
from portal.practices.queries.keeping import findable, kept_by
from portal.practices.queries.linking import KINDS, found_by, joined_with
from portal.practices.views import bp
from portal.search.wishes import words_of
from portal.web import render, request, see_other, set_by_value


@bp.get("/practices/<slug>/links")
@access(Permission.PRACTICE_EDIT)
def links(slug: str) -> ResponseReturnValue:
    found = findable(slug) or abort(404)
    demand(Permission.PRACTICE_EDIT, kept_by(found))
    question = words_of(request.args.get("q"))
    joined = joined_with(found.id, language())
    return render(
        "practices/links.html",
        draft=draft(found),
        question=question,
        joined=joined,
        found=found_by(question, joined, language()),
    )


@bp.post("/practices/<slug>/links")
@access(Permission.PRACTICE_EDIT)
def set_practice_link(slug: str) -> ResponseReturnValue:
    found = findable(slug) or abort(404)
    demand(Permission.PRACTICE_EDIT, kept_by(found))
    wanted = set_by_value()
    kind, item = request.form.get("thing", ""), request.form.get("pick_id", "")
    if kind not in KINDS or not (item.isascii() and item.isdigit()):
        abort(422)
    try:
        set_link(found.id, kind, int(item), wanted=wanted)
    except LookupError:
        abort(404)
    question = words_of(request.form.get("q")) or None
    return see_other(url_for("practices.links", slug=slug, q=question))
