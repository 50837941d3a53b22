"""The public log of what groups have decided."""

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.db import now
from portal.directory.models import CHANGES as DIRECTORY
from portal.freshness import kept
from portal.groups.labels import STANDINGS, Standing
from portal.groups.models import CHANGES
from portal.groups.queries.decisions import by_order, log
from portal.groups.queries.groups import listing
from portal.groups.views import bp
from portal.groups.views.found import trail
from portal.i18n import language
from portal.paging import page_number, pages_of
from portal.permissions import PUBLIC, access
from portal.spreadsheet import csv_file
from portal.web import render, request

PAGE_SIZE = 30


@bp.get("/groups/decisions")
@access(PUBLIC)
@kept(CHANGES, DIRECTORY)
def decisions() -> ResponseReturnValue:
    wanted = log(standing(), groups())
    pages = pages_of(wanted.count(), PAGE_SIZE)
    number = min(page_number(), pages)
    ids = [key for (key,) in wanted.paginate(number, PAGE_SIZE).tuples()]
    return render(
        "groups/log.html",
        fragment="results",
        decided=by_order(ids),
        number=number,
        pages=pages,
        standing=standing(),
        chosen=groups(),
        groups=[one.found for one in listing(now())],
        trail=trail(),
    )


@bp.get("/groups/decisions.csv")
@access(PUBLIC)
@kept(CHANGES, DIRECTORY)
def decisions_sheet() -> ResponseReturnValue:
    headings = (
        _("Group or network"),
        _("What was decided"),
        _("Who does it"),
        _("Decided on"),
        _("To be done by"),
        _("State"),
        _("Settled on"),
        _("Why it was dropped, or what came of it"),
    )
    ids = [key for (key,) in log(standing(), groups()).tuples()]
    lines = [
        (
            found.name(language())[0],
            one.part("what", language())[0],
            one.part("who", language())[0],
            one.row.decided_on,
            one.row.due_on,
            STANDINGS[one.standing],
            one.row.settled_on,
            one.part("reason", language())[0],
        )
        for one, found in by_order(ids)
    ]
    return csv_file("decisions", headings, lines)


def standing() -> Standing | None:
    wanted = request.args.get("state", "")
    return Standing(wanted) if wanted in set(Standing) else None


def groups() -> list[str]:
    """The slugs of the groups asked for; one that is not there finds nothing."""
    return [slug for slug in request.args.getlist("group") if slug]
