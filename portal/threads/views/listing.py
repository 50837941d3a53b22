"""You said, we did: the threads as a list."""

from flask.typing import ResponseReturnValue

from portal.freshness import kept
from portal.i18n import language
from portal.paging import page_of
from portal.permissions import PUBLIC, Permission, access, can
from portal.threads.queries.threads import listing
from portal.threads.views import bp
from portal.web import render, request

PAGE_SIZE = 20


@bp.get("/threads")
@access(PUBLIC)
@kept()
def threads() -> ResponseReturnValue:
    theme, area = request.args.get("theme", ""), request.args.get("area", "")
    found = listing(theme, area, drafts=can(Permission.THREAD_EDIT))
    shown = page_of(found.found, PAGE_SIZE)
    return render(
        "threads/threads.html",
        listing=found,
        rows=[(thread, thread.text(language())) for thread in shown.items],
        number=shown.number,
        pages=shown.pages,
        theme=theme,
        area=area,
    )
