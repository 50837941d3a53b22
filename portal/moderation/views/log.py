"""The log: read page by page, or taken along whole."""

from collections.abc import Iterable
from datetime import date

from flask import Response, abort
from flask.typing import ResponseReturnValue

from portal.moderation.downloads import COLUMNS, as_json_lines, as_rows
from portal.moderation.queries import log
from portal.moderation.views.blueprint import bp
from portal.paging import page_number, pages_of
from portal.permissions import Permission, access, demand
from portal.spreadsheet import csv_lines
from portal.web import render, request

NAME = "moderation-log"


@bp.get("/log")
@access(Permission.MODERATION_LOG)
def entries() -> ResponseReturnValue:
    demand(Permission.MODERATION_LOG)
    month = asked_month()
    count = log.count(month)
    pages = pages_of(count, log.PAGE)
    page = min(page_number(), pages)
    total, head = log.head()
    return render(
        "moderation/log.html",
        entries=log.entries(month, page),
        month=month,
        months=log.months(),
        page=page,
        pages=pages,
        total=total,
        head=head,
    )


@bp.get("/log.csv")
@access(Permission.MODERATION_LOG)
def csv() -> ResponseReturnValue:
    demand(Permission.MODERATION_LOG)
    return file("csv", "text/csv", csv_lines(COLUMNS, as_rows(log.lines())))


@bp.get("/log.json")
@access(Permission.MODERATION_LOG)
def json_lines() -> ResponseReturnValue:
    demand(Permission.MODERATION_LOG)
    return file("jsonl", "application/jsonl", as_json_lines(log.lines()))


def file(ending: str, mimetype: str, lines: Iterable[str]) -> Response:
    """Sent as it is read: the log may be long."""
    return Response(
        lines,
        mimetype=mimetype,
        headers={"Content-Disposition": f'attachment; filename="{NAME}.{ending}"'},
    )


def asked_month() -> date | None:
    """The month that the address asks for, by its first day."""
    written = request.args.get("month", "")
    if not written:
        return None
    try:
        return date.fromisoformat(f"{written}-01")
    except ValueError:
        abort(404)
