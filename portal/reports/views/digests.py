"""What half a year's reports came to: as a page, on paper, as a table."""

import re
from collections.abc import Iterator

from flask import abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.directory.models import CHANGES as DIRECTORY
from portal.freshness import kept
from portal.i18n import language
from portal.permissions import PUBLIC, access
from portal.reports.labels import PROGRESS
from portal.reports.labels_of_phenomena import BREAKDOWNS, value_label
from portal.reports.models import CHANGES
from portal.reports.queries import digests as queries
from portal.reports.queries.digests import Half, HalfYear
from portal.reports.queries.figures import ordered
from portal.reports.tally import Breakdown
from portal.reports.views import bp
from portal.spreadsheet import csv_file
from portal.vocabulary.queries import CHANGES as WORDS
from portal.web import render

HALF = re.compile(r"(\d{4})-([12])", re.ASCII)


@bp.get("/reports/digests")
@access(PUBLIC)
@kept(CHANGES)
def digests() -> ResponseReturnValue:
    return render("reports/digests.html", halves=queries.halves())


@bp.get("/reports/digests/<half>")
@access(PUBLIC)
@kept(CHANGES, DIRECTORY, WORDS)
def digest(half: str) -> ResponseReturnValue:
    told = found(half)
    return render(
        "reports/digest.html",
        digest=told,
        halves=queries.halves(),
        breakdowns=in_order(told),
    )


@bp.get("/reports/digests/<half>.csv")
@access(PUBLIC)
@kept(CHANGES, DIRECTORY, WORDS)
def digest_sheet(half: str) -> ResponseReturnValue:
    told = found(half)
    headings = (
        _("Phenomenon"),
        _("How far it had come"),
        _("Reports in the half year, at least"),
        _("Figure"),
        _("Value"),
        _("Reports, at least"),
        _("Counted on"),
    )
    return csv_file(f"reports-{half}", headings, lines(told))


def lines(told: HalfYear) -> Iterator[tuple[object, ...]]:
    for one in told.told:
        title = one.phenomenon.title(language())[0]
        start = (title, PROGRESS[one.progress], one.reports or "")
        yield (*start, _("In all"), "", one.figures.reports or "", told.counted_on)
        for breakdown, cells in one.figures.breakdowns.items():
            for value, count in ordered(breakdown, cells):
                label = value_label(breakdown, value, language())
                yield (*start, BREAKDOWNS[breakdown], label, count, told.counted_on)


def in_order(told: HalfYear) -> list[tuple[Breakdown, list[tuple[str, int]]]]:
    return [
        (breakdown, ordered(breakdown, dict(cells)))
        for breakdown, cells in told.sums.items()
        if cells
    ]


def found(half: str) -> HalfYear:
    """The half year if it was counted, else 404."""
    read = HALF.fullmatch(half)
    told = queries.digest(Half(int(read[1]), int(read[2]))) if read else None
    return told or abort(404)
