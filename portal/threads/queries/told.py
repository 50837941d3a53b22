"""What public things say of themselves, in each of their languages: every kind in one
statement. A topic gives a query of these columns; what it has nothing for is left
out."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from operator import add
from typing import Any

from peewee import Cast, CharField, DateField, DateTimeField, Field, IntegerField, Value

from portal.db import bare, local_day
from portal.threads.things import End


@dataclass(frozen=True)
class Told:
    """`code` is a state or the like, `other` the id of another thing, `more` further
    words. `at` is a moment and `on` a day when it came to be, `until` a later day."""

    topic: str
    id: int
    language: str
    slug: str
    title: str
    words: str
    more: str
    code: str
    number: int | None
    other: int | None
    at: datetime | None
    on: date | None
    until: date | None

    @property
    def day(self) -> date | None:
        return self.on or (local_day(self.at) if self.at else None)


TEXT = Cast(Value(""), "text")
NUMBER = Cast(Value(None), "integer")
DAY = Cast(Value(None), "date")
EMPTY: dict[str, Any] = {
    "language": TEXT,
    "slug": TEXT,
    "title": TEXT,
    "words": TEXT,
    "more": TEXT,
    "code": TEXT,
    "number": NUMBER,
    "other": NUMBER,
    "at": Cast(Value(None), "timestamp"),
    "on": DAY,
    "until": DAY,
}
READ: tuple[Field, ...] = (
    CharField(),
    IntegerField(),
    *(CharField() for _ in range(6)),
    IntegerField(),
    IntegerField(),
    DateTimeField(),
    DateField(),
    DateField(),
)
Topic = Callable[[list[int]], Any]
"""The query of what is told of the things of one kind with these ids."""


def columns(topic: str, key: Any, **given: Any) -> list[Any]:
    """The columns of a topic's query: its name, the id it tells of, and what it has."""
    return [
        Cast(topic, "text"),
        key,
        *(given.get(name, empty) for name, empty in EMPTY.items()),
    ]


def told(
    ends: Iterable[End], topics: dict[str, list[Topic]]
) -> dict[str, dict[int, list[Told]]]:
    """By topic and id what is told of these. One statement, or none."""
    wanted: dict[str, list[int]] = defaultdict(list)
    for kind, key in ends:
        wanted[kind].append(key)
    asked = [
        topic(ids) for kind, ids in wanted.items() for topic in topics.get(kind, ())
    ]
    found: dict[str, dict[int, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for row in bare(reduce(add, asked)) if asked else ():
        one = Told(*(f.python_value(v) for f, v in zip(READ, row, strict=True)))
        found[one.topic][one.id].append(one)
    return found
