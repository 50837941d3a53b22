"""One cost study, as it was published last."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.costs.labels import PARTS
from portal.costs.models import CHANGES
from portal.costs.queries.keeping import findable, kept_by
from portal.costs.queries.page import page, read_in
from portal.costs.queries.published import Published, published
from portal.costs.views import bp
from portal.decimals import local, plain
from portal.freshness import kept
from portal.i18n import language
from portal.links.actions import CHANGES as LINKS
from portal.permissions import PUBLIC, Permission, access, can
from portal.search.actions import TITLES
from portal.spreadsheet import csv_file
from portal.web import render, see_other


def found(slug: str) -> Published:
    """What is published of it, or 404."""
    return published(slug) or abort(404)


@bp.get("/cost-studies/<slug>")
@access(PUBLIC)
@kept(CHANGES, LINKS, TITLES)
def study(slug: str) -> ResponseReturnValue:
    shown = published(slug)
    if shown is None:
        findable(slug) or abort(404)
        return see_other(url_for("costs.edition", slug=slug))
    return render(
        "costs/study.html", page=page(shown, language()), editing=may_edit(slug)
    )


def may_edit(slug: str) -> bool:
    """Whether who reads may write it too."""
    row = findable(slug) if can(Permission.COST_CREATE) else None
    return row is not None and can(Permission.COST_EDIT, kept_by(row))


@bp.get("/cost-studies/<slug>.csv")
@access(PUBLIC)
@kept(CHANGES)
def study_sheet(slug: str) -> ResponseReturnValue:
    """Every assumption a row. Figures have the decimal sign of the language."""
    headings = (
        _("Group of people"),
        _("What they use"),
        _("Scenario"),
        _("Assumption"),
        _("Lowest"),
        _("Likely"),
        _("Highest"),
        _("Where the figure comes from"),
        _("Date of the source"),
    )
    sheet = read_in(found(slug).study, language()).sheet
    lines = [
        (
            line.group.name,
            line.use.name,
            column.named.name,
            PARTS[row.part],
            local(plain(row.assumed.figure.low)),
            local(plain(row.assumed.figure.likely)),
            local(plain(row.assumed.figure.high)),
            row.assumed.source,
            row.assumed.source_on,
        )
        for line in sheet.lines
        for column in sheet.columns
        for row in line.rows
        if column in row.columns
    ]
    return csv_file(f"cost-study-{slug}", headings, lines)
