"""What a cost study stands beside: practices and pilots, picked one by one."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal.costs.actions.linking import set_link
from portal.costs.models import KIND
from portal.costs.queries.editing import draft
from portal.costs.queries.keeping import findable, kept_by
from portal.costs.queries.page import BESIDE
from portal.costs.views import bp
from portal.i18n import language
from portal.permissions import Permission, access, demand
from portal.search.queries import matching, related
from portal.search.wishes import words_of
from portal.upkeep.views.versions import whole
from portal.web import render, request, see_other, set_by_value

MOST_FOUND = 10


@bp.get("/cost-studies/<slug>/links")
@access(Permission.COST_EDIT)
def links(slug: str) -> ResponseReturnValue:
    found = findable(slug) or abort(404)
    demand(Permission.COST_EDIT, kept_by(found))
    question = words_of(request.args.get("q"))
    joined = related(KIND, found.id, BESIDE, language())
    return render(
        "costs/links.html",
        draft=draft(found),
        question=question,
        joined=joined,
        found={
            kind: [
                name
                for name in matching(kind, question, MOST_FOUND, language())
                if name not in joined[kind]
            ]
            for kind in BESIDE
        },
    )


@bp.post("/cost-studies/<slug>/links")
@access(Permission.COST_EDIT)
def set_study_link(slug: str) -> ResponseReturnValue:
    found = findable(slug) or abort(404)
    demand(Permission.COST_EDIT, kept_by(found))
    wanted = set_by_value()
    kind, item = request.form.get("thing", ""), whole(request.form.get("pick_id", ""))
    if kind not in BESIDE or item is None:
        abort(422)
    try:
        set_link(found.id, kind, item, wanted=wanted)
    except LookupError:
        abort(404)
    question = words_of(request.form.get("q")) or None
    return see_other(url_for("costs.links", slug=slug, q=question))
