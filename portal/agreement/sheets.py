"""Tables as files that a spreadsheet opens: CSV with semicolons, in UTF-8."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from io import StringIO

from flask import current_app
from werkzeug.wrappers import Response

BYTE_ORDER_MARK = "\ufeff"
# A cell that begins so would be run as a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def sheet(
    name: str, headings: Iterable[object], rows: Iterable[Sequence[object]]
) -> Response:
    """The answer that downloads these rows as `name.csv`."""
    written = StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow([cell(heading) for heading in headings])
    writer.writerows([cell(value) for value in row] for row in rows)
    return current_app.response_class(
        BYTE_ORDER_MARK + written.getvalue(),
        mimetype="text/csv",
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )


def cell(value: object) -> str:
    """A value as it stands in a cell; nothing that a spreadsheet would run."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    text = str(value)
    runs = not isinstance(value, int) and text.startswith(FORMULA)
    return f"'{text}" if runs else text
