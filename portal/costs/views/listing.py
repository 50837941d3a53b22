"""Cost studies as a list."""

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from portal.costs.models import CHANGES
from portal.costs.queries.drafts import drafts
from portal.costs.queries.page import read_in
from portal.costs.queries.published import all_published
from portal.costs.views import bp
from portal.freshness import kept
from portal.i18n import language
from portal.paging import page_of
from portal.permissions import PUBLIC, Permission, access, can
from portal.spreadsheet import csv_file
from portal.upkeep.queries import scope
from portal.web import render

PAGE_SIZE = 20


@bp.get("/cost-studies")
@access(PUBLIC)
@kept(CHANGES)
def studies() -> ResponseReturnValue:
    shown = page_of(all_published(), PAGE_SIZE)
    writes = can(Permission.COST_CREATE)
    return render(
        "costs/studies.html",
        rows=[(one, read_in(one.study, language())) for one in shown.items],
        number=shown.number,
        pages=shown.pages,
        writes=writes,
        drafts=drafts(scope.organisations_of(current_user), language())
        if writes
        else [],
    )


@bp.get("/cost-studies.csv")
@access(PUBLIC)
@kept(CHANGES)
def studies_sheet() -> ResponseReturnValue:
    headings = (
        _("Title"),
        _("Published"),
        _("Scenario"),
        _("Likely, euros a year"),
        _("Lowest, euros a year"),
        _("Highest, euros a year"),
    )
    lines = [
        (
            read.words.title,
            one.published_on,
            column.named.name,
            column.cost.likely,
            column.cost.low,
            column.cost.high,
        )
        for one in all_published()
        for read in [read_in(one.study, language())]
        for column in read.sheet.columns
    ]
    return csv_file("cost-studies", headings, lines)
