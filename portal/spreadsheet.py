"""Tables as CSV files that a spreadsheet opens and never runs."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from io import StringIO
from itertools import chain

from flask import Response

from portal.decimals import local

# By a byte order mark a spreadsheet knows that the file is UTF-8, and Finnish and
# Swedish ones divide lines at semicolons.
MARK = "\ufeff"
DIVIDER = ";"
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")


def cell(value: object) -> str:
    """The value as text, a decimal number as a spreadsheet in the language of the page
    reads it; what would be read as a formula gets a sign before it."""
    if isinstance(value, Decimal):
        return local(str(value))
    text = "" if value is None else str(value)
    runs = text.startswith(RUNS) and not isinstance(value, int | float)
    return f"'{text}" if runs else text


def as_csv(header: Iterable[object], lines: Iterable[Iterable[object]]) -> str:
    return "".join(csv_lines(header, lines))


def csv_lines(
    header: Iterable[object], lines: Iterable[Iterable[object]]
) -> Iterator[str]:
    """The same line by line, where there may be very many."""
    yield MARK
    for line in chain([header], lines):
        text = StringIO()
        csv.writer(text, delimiter=DIVIDER).writerow([cell(value) for value in line])
        yield text.getvalue()


def csv_file(
    name: str, header: Iterable[object], lines: Iterable[Sequence[object]]
) -> Response:
    """A CSV file to be kept as `name`.csv."""
    return Response(
        as_csv(header, lines),
        mimetype="text/csv",
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )
