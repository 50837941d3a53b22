"""What stands beside a practice on its page, of every topic in one statement. A topic
gives a query of these columns; what it has nothing for is left out."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from operator import add
from typing import Any

from peewee import Cast, CharField, DateField, DateTimeField, Field, IntegerField, Value

from portal.db import local_day
from portal.statements import Statement, given


@dataclass(frozen=True)
class Beside:
    topic: str
    id: int
    code: str
    title: str
    words: str
    language: str
    number: int | None
    at: datetime | None
    until: date | None

    @property
    def on(self) -> date | None:
        return local_day(self.at) if self.at else None


READ: dict[str, Field] = {
    "topic": CharField(),
    "id": IntegerField(),
    "code": CharField(),
    "title": CharField(),
    "words": CharField(),
    "language": CharField(),
    "number": IntegerField(),
    "at": DateTimeField(),
    "until": DateField(),
}
EMPTY: dict[str, Any] = {
    "id": Cast(Value(0), "integer"),
    "code": Cast(Value(""), "text"),
    "title": Cast(Value(""), "text"),
    "words": Cast(Value(""), "text"),
    "language": Cast(Value(""), "text"),
    "number": Cast(Value(None), "integer"),
    "at": Cast(Value(None), "timestamp"),
    "until": Cast(Value(None), "date"),
}
Topic = Callable[[Any], Any]
"""The query of a topic, given the place of the practice's id."""


def columns(topic: Any, **given_ones: Any) -> list[Any]:
    """The columns of a topic's query: its name, and what it has."""
    return [
        Cast(topic, "text"),
        *(given_ones.get(name, empty) for name, empty in EMPTY.items()),
    ]


def statement(topics: Iterable[Topic]) -> Callable[..., dict[str, list[Beside]]]:
    """One statement for all of these, given the practice's id and whatever else they
    ask for."""
    asked = Statement(
        lambda: reduce(add, [topic(given("practice")) for topic in topics]),
        *READ.values(),
    )

    def beside(practice_id: int, **others: int) -> dict[str, list[Beside]]:
        found: dict[str, list[Beside]] = defaultdict(list)
        for row in asked(practice=practice_id, **others):
            one = Beside(*row)
            found[one.topic].append(one)
        return found

    return beside
