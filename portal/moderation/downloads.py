"""The log as files that people take along, and reading them again to check them."""

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from io import StringIO

from portal.moderation.chain import BEGINNING, Line
from portal.spreadsheet import DIVIDER, MARK

NUMBERS = {"number", "item_id", "case_id", "workshop", "rules", "actor"}
COLUMNS = [*(field.name for field in fields(Line)), "digest"]


class Unreadable(ValueError):  # noqa: N818  said to whoever gave the file
    """The file is not a log as it is downloaded."""


def as_rows(entries: Iterable[tuple[Line, str]]) -> Iterator[list[object]]:
    for line, digest in entries:
        yield [*asdict(line).values(), digest]


def as_json_lines(entries: Iterable[tuple[Line, str]]) -> Iterator[str]:
    """A JSON object on each line; the last one tells how many there are and the digest
    of the last of them."""
    count, head = 0, BEGINNING
    for line, digest in entries:
        count, head = count + 1, digest
        yield json.dumps({**asdict(line), "digest": digest}) + "\n"
    yield json.dumps({"lines": count, "head": head}) + "\n"


def read(text: str) -> tuple[list[tuple[Line, str]], str]:
    """The lines of a downloaded log with their digests, and the digest that the file
    itself gives as the last one, if it does. Raises Unreadable."""
    text = text.removeprefix(MARK)
    try:
        if text.startswith("{"):
            *rows, end = [json.loads(line) for line in text.splitlines() if line]
            return [_entry(row) for row in rows], end["head"]
        found = csv.DictReader(StringIO(text), delimiter=DIVIDER)
        return [_entry(row) for row in found], ""
    except (KeyError, TypeError, ValueError) as error:
        raise Unreadable(str(error)) from error


def _entry(row: dict[str, str | int | None]) -> tuple[Line, str]:
    values = {
        name: _number(row[name]) if name in NUMBERS else str(row[name] or "")
        for name in COLUMNS
    }
    digest = str(values.pop("digest"))
    return Line(**values), digest  # type: ignore[arg-type]


def _number(value: str | int | None) -> int | None:
    return None if value is None or value == "" else int(value)
