"""Bringing a whole library back into an empty portal."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from peewee import DataError, IntegrityError, chunked

from portal.attachments import Unfit, stored_before
from portal.db import bump, database
from portal.exchange.library import LibraryRefused
from portal.exchange.library.archive import (
    ORGANISATIONS,
    WORDS,
    Reader,
    as_kind,
    file_member,
    practice_member,
)
from portal.exchange.library.neighbours import Joining, bring_in
from portal.exchange.library.tables import LIBRARY, Table, table_name
from portal.exchange.library.values import from_json
from portal.practices.actions.beginning import RESERVED
from portal.practices.indexing import entries
from portal.practices.models import CHANGES, KIND, Mark, Practice, PracticeFile
from portal.practices.queries.marks import VALUES
from portal.search.actions import forget_kind, index_many

ROWS_AT_ONCE = 50
INDEXED_AT_ONCE = 512


@dataclass(frozen=True)
class BroughtIn:
    """How many rows of each table came in; `unjoined` are links to things that are not
    here."""

    counts: Counter[str]
    unjoined: int


def import_library(file: BinaryIO) -> BroughtIn:
    """Store all that a file for safekeeping holds. All or nothing: raises
    LibraryRefused."""
    reader = Reader(file)
    try:
        with database.atomic():
            return _stored(reader)
    except (IntegrityError, DataError) as error:
        raise LibraryRefused(f"Rows of it contradict each other: {error}") from error


def _stored(reader: Reader) -> BroughtIn:
    bump(CHANGES)
    if Practice.select().exists():
        raise LibraryRefused("This portal has practices already.")
    ids = bring_in(reader.json(WORDS), reader.json(ORGANISATIONS))
    storing = Storing(reader, ids)
    for name in reader.practices:
        storing.practice(name)
    if dict(storing.counts) != reader.manifest.get("counts"):
        raise LibraryRefused("The manifest counts other rows than there are.")
    unjoined = storing.joining.join()
    keys = [row.id for row in Practice.select(Practice.id).order_by(Practice.id)]
    forget_kind(KIND)
    for some in chunked(keys, INDEXED_AT_ONCE):
        index_many(KIND, entries(some))
    return BroughtIn(storing.counts, unjoined)


class Storing:
    """One reading of a file, practice by practice."""

    def __init__(self, reader: Reader, ids: dict[type, dict[str, int]]) -> None:
        self.reader = reader
        self.ids = ids
        self.counts: Counter[str] = Counter()
        self.joining = Joining()

    def practice(self, name: str) -> None:
        data = as_kind(self.reader.json(name), dict, name)
        links = as_kind(data.pop("links", None), list, name)
        try:
            (key,) = self.rows(LIBRARY, [data], {})
        except LibraryRefused as refused:
            raise LibraryRefused(f"{name}: {refused}") from refused
        if data["slug"] in RESERVED:
            raise LibraryRefused(f"{name} has the address of another page.")
        if practice_member(data["slug"]) != name:
            raise LibraryRefused(f"{name} holds another practice.")
        self.counts["links"] += len(links)
        self.joining.add(key, name, links)

    def rows(
        self,
        table: Table,
        lines: Sequence[dict[str, Any]],
        owner: dict[str, int],
        *,
        pointed_at: bool = False,
    ) -> list[int]:
        """Store the rows of one table under one owner; tells their ids if there are
        rows below them, or if they are pointed at."""
        self.counts.update({table_name(table): len(lines)} if lines else {})
        values = [owner | self.values(table, line) for line in lines]
        if not (table.parts or pointed_at):
            for some in chunked(values, ROWS_AT_ONCE):
                table.model.insert_many(some).execute()
            return []
        ids = [int(table.model.insert(row).execute()) for row in values]
        for key, line in zip(ids, lines, strict=True):
            for part in table.parts:
                self.below(table, part, key, line)
        return ids

    def below(self, table: Table, part: Table, key: int, line: dict[str, Any]) -> None:
        """Store the rows below one row, and point at the one that it tells of."""
        points = [one for one in table.columns if table.place_of(one) == part.name]
        rows = as_kind(line[part.name], list, part.name)
        ids = self.rows(part, rows, {part.owner: key}, pointed_at=bool(points))
        for column in points:
            if (place := line[column.name]) is None:
                continue
            if type(place) is not int or not 0 <= place < len(ids):
                raise LibraryRefused(f"{column.name} tells of no row.")
            this = table.model.id == key  # type: ignore[attr-defined]
            table.model.update({column: ids[place]}).where(this).execute()

    def values(self, table: Table, line: Any) -> dict[str, Any]:
        as_kind(line, dict, table.name)
        columns = {column.name: column for column in table.columns}
        expected = columns.keys() | {part.name for part in table.parts}
        if odd := sorted(line.keys() ^ expected):
            raise LibraryRefused(f"{table.name}: {odd[0]} is missing or unknown.")
        values = {
            name: from_json(column, line[name], self.ids)
            for name, column in columns.items()
            if not table.place_of(column)
        }
        if table.model is Mark and values["value"] not in set(VALUES[values["sort"]]):
            raise LibraryRefused(f"{values['value']} can't be a mark of its sort.")
        return values | (self.file(values) if table.model is PracticeFile else {})

    def file(self, values: dict[str, Any]) -> dict[str, Any]:
        """What a file holds, checked as when it first came in."""
        content = self.reader.content(file_member(values["digest"]))
        try:
            kept = stored_before(values["name"], content)
        except Unfit as unfit:
            name = values["name"]
            raise LibraryRefused(f"{name} can't be kept: {unfit.reason}.") from unfit
        return {
            "name": kept.name,
            "media_type": kept.media_type,
            "size": kept.size,
            "digest": kept.digest,
            "content": kept.content,
        }
