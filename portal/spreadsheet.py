"""Tables as CSV files that a spreadsheet opens and never runs."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from flask import Response

# By a byte order mark a spreadsheet knows that the file is UTF-8.
MARK = "\ufeff"
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")


def cell(value: object) -> str:
    """The value as text; what would be read as a formula gets a sign before it."""
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(RUNS) else text


def csv_file(
    name: str, header: Sequence[object], lines: Iterable[Sequence[object]]
) -> Response:
    """A CSV file to be kept as `name`.csv."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow([str(title) for title in header])
    writer.writerows([cell(value) for value in line] for line in lines)
    return Response(
        MARK + text.getvalue(),
        mimetype="text/csv",
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )
