"""A phenomenon as everybody reads it, and its figures as a table."""

from collections.abc import Iterator

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.directory.models import CHANGES as DIRECTORY
from portal.freshness import kept
from portal.i18n import language
from portal.links.actions import CHANGES as LINKS
from portal.permissions import PUBLIC, access
from portal.reports.labels_of_phenomena import BREAKDOWNS, value_label
from portal.reports.models import CHANGES, KIND
from portal.reports.queries.figures import in_order
from portal.reports.queries.held import Held, findable
from portal.reports.queries.page import page
from portal.reports.tally import Figures
from portal.reports.views import bp
from portal.search.actions import TITLES
from portal.search.queries import related
from portal.spreadsheet import csv_file
from portal.vocabulary.queries import CHANGES as WORDS
from portal.web import render, see_other


def found(slug: str) -> Held:
    """The phenomenon, or 404."""
    return findable(slug) or abort(404)


@bp.get("/phenomena/<slug>")
@access(PUBLIC)
@kept(CHANGES, DIRECTORY, WORDS, LINKS, TITLES)
def phenomenon(slug: str) -> ResponseReturnValue:
    held = found(slug)
    if held.whole:
        return see_other(url_for("reports.phenomenon", slug=found(held.whole).slug))
    shown = page(held, language())
    return render(
        "reports/phenomenon.html",
        held=held,
        page=shown,
        breakdowns=in_order(shown.listed.figures),
        around=related(KIND, held.id, ("thread",), language()),
    )


@bp.get("/phenomena/<slug>.csv")
@access(PUBLIC)
@kept(CHANGES, DIRECTORY, WORDS)
def phenomenon_sheet(slug: str) -> ResponseReturnValue:
    held = found(slug)
    if held.whole:
        whole = found(held.whole)
        return see_other(url_for("reports.phenomenon_sheet", slug=whole.slug))
    one = page(held, language()).listed
    headings = (_("Figure"), _("Value"), _("Reports, at least"), _("Counted on"))
    return csv_file(
        slug,
        headings,
        [(*line, one.counted_on or "") for line in lines(one.figures)],
    )


def lines(figures: Figures) -> Iterator[tuple[str, str, int]]:
    """Each figure that is told, by name and value."""
    if figures:
        yield _("In all"), "", figures.reports
    for breakdown, cells in in_order(figures):
        for value, count in cells:
            label = value_label(breakdown, value, language())
            yield str(BREAKDOWNS[breakdown]), label, count
