"""Statements that many ask at once: their SQL is built one time, since building it
costs more than running it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import Field, Value

from portal.db import database

Read = Callable[[Any], Any]


@dataclass(frozen=True)
class Given:
    """The place of a value that is given each time."""

    name: str


def given(name: str) -> Value:
    return Value(Given(name), converter=False)


class Statement:
    """The query that `build` returns, with `given` values in it. `columns` are those
    it selects, all of them fields."""

    def __init__(self, build: Callable[[], Any], *columns: Field) -> None:
        self.build = build
        self.read: list[Read] = [column.python_value for column in columns]
        self.built: tuple[object, str, Sequence[object]] | None = None

    def __call__(self, **values: object) -> list[tuple[Any, ...]]:
        engine = database.obj
        if self.built is None or self.built[0] is not engine:
            self.built = (engine, *self.build().sql())
        _engine, sql, asked = self.built
        cursor = database.execute_sql(
            sql,
            [
                values[value.name] if isinstance(value, Given) else value
                for value in asked
            ],
        )
        if not self.read:
            return []
        return [
            tuple(read(value) for read, value in zip(self.read, row, strict=True))
            for row in cursor.fetchall()
        ]
