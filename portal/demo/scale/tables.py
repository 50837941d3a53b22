"""Rows in bulk: Peewee makes the statement once, the driver runs it for each."""

from typing import Any

from peewee import AutoField, Model, SqliteDatabase

from portal.db import database


class Sheet:
    """Rows for one table, given by the values of these columns; the others have
    their defaults."""

    def __init__(self, model: type[Model], *names: str) -> None:
        self.rows: list[tuple[object, ...]] = []
        meta = model._meta  # noqa: SLF001  its public description, in Peewee's way
        rest = [
            field
            for field in meta.sorted_fields
            if field.name not in names and not isinstance(field, AutoField)
        ]
        fields = [*(meta.fields[name] for name in names), *rest]
        defaults = [
            field.default() if callable(field.default) else field.default
            for field in rest
        ]
        self.rest = tuple(
            field.db_value(value) for field, value in zip(rest, defaults, strict=True)
        )
        row = [None] * len(fields)
        insert = model.insert_many([row], fields=fields).returning()
        self.statement: str = insert.sql()[0]

    def add(self, *values: object) -> None:
        self.rows.append(values + self.rest)

    def write(self) -> None:
        if self.rows:
            database.cursor().executemany(self.statement, self.rows)
        self.rows.clear()


def first_free(model: Any) -> int:
    """The id after the last one used."""
    last: int | None = model.select(model.id).order_by(model.id.desc()).scalar()
    return (last or 0) + 1


def count_on(model: Any) -> None:
    """Let the database give its own ids again, after those that were chosen here."""
    if isinstance(database.obj, SqliteDatabase):
        return
    table = model._meta.table_name  # noqa: SLF001  likewise
    database.execute_sql(
        f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), "  # noqa: S608  ours
        f'(SELECT max(id) FROM "{table}"))'
    )
