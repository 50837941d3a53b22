"""The answers as tables to take along."""

from collections.abc import Iterator

from flask import Response
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.freshness import kept
from portal.i18n import language
from portal.inventories import workbook
from portal.inventories.grids import Whole
from portal.inventories.models import CHANGES
from portal.inventories.queries import grid as queries
from portal.inventories.queries.inventories import Found
from portal.inventories.views import bp
from portal.inventories.views.found import found_inventory, reading
from portal.permissions import Permission, access, demand
from portal.spreadsheet import csv_file
from portal.vocabulary.queries import CHANGES as WORDS

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@bp.get("/inventories/<slug>.csv")
@access(Permission.INVENTORY_READ)
@kept(CHANGES, WORDS)
def sheet(slug: str) -> ResponseReturnValue:
    found = found_inventory(slug)
    demand(Permission.INVENTORY_READ, found)
    return csv_file(found.slug, headings(), lines(found, queries.whole(found)))


@bp.get("/inventories/<slug>.xlsx")
@access(Permission.INVENTORY_READ)
@kept(CHANGES, WORDS)
def book(slug: str) -> ResponseReturnValue:
    found = found_inventory(slug)
    demand(Permission.INVENTORY_READ, found)
    whole = queries.whole(found)
    made = workbook.book(
        found.text(language()).title,
        reading(whole.now, found),
        headings(),
        lines(found, whole),
    )
    named = f'attachment; filename="{found.slug}.xlsx"'
    return Response(made, mimetype=XLSX, headers={"Content-Disposition": named})


def headings() -> tuple[str, ...]:
    return (
        _("Question"),
        _("Since edition"),
        _("Until edition"),
        _("Municipality"),
        _("What they answer"),
        _("In their own words"),
        _("Mark"),
        _("Why?"),
    )


def lines(found: Found, whole: Whole) -> Iterator[tuple[object, ...]]:
    """Every cell of now, then what was answered to questions as they were before."""
    for grid in (whole.now, *whole.earlier):
        seen = reading(grid, found)
        for row in seen.rows():
            for area, told in zip(seen.areas, row.cells, strict=True):
                if not told.answer and grid is not whole.now:
                    continue
                yield (
                    row.text.words,
                    row.question.since,
                    row.question.until,
                    area.labels[language()],
                    "" if told.look == "is-words" and not told.held else told.label,
                    told.words,
                    told.mark,
                    told.reason,
                )
