"""What has changed in public, newest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import reduce
from operator import add
from typing import Any

from peewee import SQL, Cast, Value

from portal.db import LOCAL_TIME, bare, local_day, today
from portal.threads.changing import Sort
from portal.threads.changing_content import CONTENT
from portal.threads.changing_work import WORK

SORTS = {sort.name: sort for sort in (*CONTENT, *WORK)}
KINDS = tuple(dict.fromkeys(sort.kind for sort in SORTS.values()))
UNTHEMED = tuple(
    kind
    for kind in KINDS
    if not any(sort.themes for sort in SORTS.values() if sort.kind == kind)
)
"""Kinds of things that bear no theme."""
NOTHING = Cast(Value(""), "text")
DAY_SIGNS = 10
RANKS = {name: rank for rank, name in enumerate(SORTS)}
COLUMNS = ("rank", "number", "item", "at", "code", "note", "language")


@dataclass(frozen=True)
class Place:
    """Where a row stands in the order: when, as the database writes it; the name of its
    sort; its id."""

    at: str
    name: str
    row: int

    def __str__(self) -> str:
        return f"{self.at}~{self.name}~{self.row}"

    @classmethod
    def read(cls, written: str) -> "Place | None":
        """That of an address, if it is one."""
        at, _mark, rest = written.partition("~")
        name, _mark, row = rest.partition("~")
        is_number = row.isascii() and row.isdigit() and len(row) < DAY_SIGNS
        if name not in SORTS or not is_number or moment(at) is None:
            return None
        return cls(at, name, int(row))


@dataclass(frozen=True)
class Change:
    """One row: which sort of change of which thing. `code` is a state or the like,
    `note` what was said of it."""

    name: str
    row: int
    item: int
    at: str
    code: str
    note: str
    language: str

    @property
    def kind(self) -> str:
        return SORTS[self.name].kind

    @property
    def place(self) -> Place:
        return Place(self.at, self.name, self.row)

    @property
    def moment(self) -> datetime:
        return moment(self.at) or datetime.min  # noqa: DTZ901  always written by us

    @property
    def day(self) -> date:
        return self.moment.date() if is_day(self.at) else local_day(self.moment)


@dataclass(frozen=True)
class Wish:
    """What somebody wants to see: one kind, one theme by the id of its term, one month
    by its first day; what stands after a place."""

    kind: str = ""
    theme: int | None = None
    month: date | None = None
    after: Place | None = None

    @property
    def sorts(self) -> list[Sort]:
        return [
            sort
            for sort in SORTS.values()
            if self.kind in {"", sort.kind} and (self.theme is None or sort.themes)
        ]


def moment(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written).replace(tzinfo=None)
    except ValueError:
        return None


def is_day(written: str) -> bool:
    return len(written) == DAY_SIGNS


def changes(wish: Wish, most: int) -> list[Change]:
    """So many rows as they stand in the database: of versions also those in which
    nothing changed for the public. One statement, or none."""
    asked = [rows_of(sort, wish, most) for sort in wish.sorts]
    if not asked:
        return []
    order = [SQL(name).desc() for name in ("at", "rank", "number")]
    found = bare(reduce(add, asked).order_by(*order).limit(most))
    names = list(SORTS)
    return [Change(names[rank], *row) for rank, *row in found]


def rows_of(sort: Sort, wish: Wish, most: int) -> Any:
    told = (sort.code, sort.note, sort.language)
    given = (
        Cast(RANKS[sort.name], "integer"),
        sort.row,
        sort.item,
        Cast(sort.at, "text"),
        *(NOTHING if one is None else one for one in told),
    )
    found = sort.rows()
    for condition in conditions(sort, wish):
        found = found.where(condition)
    named = [column.alias(name) for name, column in zip(COLUMNS, given, strict=True)]
    limited = found.select(*named).order_by(sort.at.desc(), sort.row.desc()).limit(most)
    inner = limited.alias("told")
    return inner.select_from(*(getattr(inner.c, name) for name in COLUMNS))


def conditions(sort: Sort, wish: Wish) -> Iterable[Any]:
    is_moment = sort.at.field_type == "DATETIME"
    if not is_moment:
        yield sort.at <= today()
    if wish.theme is not None and sort.themes:
        yield sort.themes(wish.theme)
    if wish.month:
        first, last = wish.month, month_after(wish.month)
        yield sort.at >= (as_moment(first) if is_moment else first)
        yield sort.at < (as_moment(last) if is_moment else last)
    if wish.after:
        yield stands_after(sort, wish.after, is_moment=is_moment)


def stands_after(sort: Sort, place: Place, *, is_moment: bool) -> Any:
    """Behind a place, as text that begins alike stands: a day before its moments."""
    when = moment(place.at) or datetime.min  # noqa: DTZ901  it was read
    if is_moment is is_day(place.at):
        if is_moment:
            return sort.at < when
        return sort.at <= when.date()
    at: Any = when if is_moment else when.date()
    if sort.name == place.name:
        return (sort.at < at) | ((sort.at == at) & (sort.row < place.row))
    is_later = RANKS[sort.name] < RANKS[place.name]
    return sort.at <= at if is_later else sort.at < at


def month_after(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def as_moment(first: date) -> datetime:
    """When a day begins where the region is, as it is stored."""
    begins = datetime.combine(first, time(), LOCAL_TIME)
    return begins.astimezone(UTC).replace(tzinfo=None)


def of_kind(found: Sequence[Change], kind: str) -> list[int]:
    return sorted({one.item for one in found if one.kind == kind})
