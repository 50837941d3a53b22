"""Following a thing, and what one follows."""

from flask import abort, request, url_for
from flask.typing import ResponseReturnValue

from portal.notices import actions, queries, things
from portal.notices.forms import id_sent
from portal.notices.recipients import told_here
from portal.notices.views import bp
from portal.permissions import Permission, access, demand
from portal.web import NOT_KEPT, render, see_other, set_by_value


@bp.get("/follows", endpoint="follows")
@access(Permission.FOLLOW_KEEP)
def listing() -> ResponseReturnValue:
    keys = told_here()
    demand(Permission.FOLLOW_KEEP, keys)
    followed = queries.followed(keys)
    found = things.found_all(followed)
    page = render(
        "notices/follows.html",
        follows=[(key, found[key]) for key in followed if key in found],
    )
    return page, 200, NOT_KEPT


@bp.post("/follows")
@access(Permission.FOLLOW_KEEP)
def set_follow() -> ResponseReturnValue:
    keys = told_here()
    demand(Permission.FOLLOW_KEEP, keys)
    wanted = set_by_value()
    kind, item_id = request.form.get("kind", ""), id_sent("item") or abort(422)
    thing = things.found(kind, item_id) or abort(404)
    if wanted:
        asked = request.form.get("by", "")
        key = asked if asked in keys else keys[0]
        actions.follow(key, kind, item_id, wanted=True)
    else:
        actions.unfollow(keys, kind, item_id)
    if request.form.get("from") == "follows":
        return see_other(url_for(".follows"))
    return see_other(f"{thing.url}#follow")
