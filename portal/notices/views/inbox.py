"""What happened that concerns who looks."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.notices.actions import mark_all_seen
from portal.notices.forms import id_sent
from portal.notices.queries.inbox import inbox
from portal.notices.recipients import told_here
from portal.notices.views import bp
from portal.paging import page_number
from portal.permissions import Permission, access, demand
from portal.web import NOT_KEPT, render, see_other


@bp.get("/notices", endpoint="inbox")
@access(Permission.NOTICE_READ)
def read() -> ResponseReturnValue:
    keys = told_here()
    demand(Permission.NOTICE_READ, keys)
    found = inbox(keys, page_number())
    page = render(
        "notices/inbox.html", found=found, has_account=current_user.is_authenticated
    )
    return page, 200, NOT_KEPT


@bp.post("/notices")
@access(Permission.NOTICE_READ)
def set_seen() -> ResponseReturnValue:
    keys = told_here()
    demand(Permission.NOTICE_READ, keys)
    mark_all_seen(keys, id_sent("seen_to") or abort(422))
    return see_other(url_for(".inbox", done=1))
