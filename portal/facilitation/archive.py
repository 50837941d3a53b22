"""A zip file that is sent while it is written."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from enum import Enum
from io import RawIOBase
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from portal.ballots.models import Poll, PollState
from portal.facilitation.queries.export import TABLES, Table
from portal.spreadsheet import as_csv
from portal.suppression import LEAST

EXPLAINED = """Everything of one workshop. Times are UTC. Each table is there twice, as
CSV for spreadsheets and as JSON. Words of proposals that are not public, and keys by
which people take part, are left out. In CSV a sign ' stands before what a spreadsheet
would run. A poll is there once it has closed, with the list of its ballots where five
people or more voted.
"""


class Pipe(RawIOBase):
    """Holds what is written until it is taken."""

    def __init__(self) -> None:
        self.held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.held += data
        return len(data)

    def taken(self) -> bytes:
        data, self.held = bytes(self.held), bytearray()
        return data


def archive(workshop_id: int) -> Iterator[bytes]:
    """The file piece by piece."""
    pipe = Pipe()
    with ZipFile(pipe, "w", ZIP_DEFLATED) as file:
        for name, content in files(workshop_id):
            file.writestr(name, content)
            yield pipe.taken()
    yield pipe.taken()


def files(workshop_id: int) -> Iterator[tuple[str, str]]:
    yield "README.txt", EXPLAINED
    for table in TABLES:
        found = table.read(workshop_id)
        cells = (map(plain, row) for row in found)
        yield f"{table.name}.csv", as_csv(table.columns, cells)
        yield f"{table.name}.json", as_json(table, found)
    these = (Poll.workshop == workshop_id) & (Poll.state == PollState.CLOSED)
    for poll in Poll.select().where(these).order_by(Poll.id):
        if json.loads(poll.result)["ballots"] >= LEAST:
            yield f"poll-{poll.id}-ballots.json", poll.ballots
        yield f"poll-{poll.id}-result.json", poll.result


def as_json(table: Table, found: Iterable[Iterable[Any]]) -> str:
    rows = [dict(zip(table.columns, map(plain, row), strict=True)) for row in found]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return str(value.value)
    return value.isoformat() if isinstance(value, date | datetime) else value
