"""The database: one handle for every model, one connection per request."""

import logging
import secrets
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Literal, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from flask import Flask, g, has_request_context
from peewee import (
    AutoField,
    CharField,
    Database,
    DatabaseProxy,
    ForeignKeyField,
    IntegerField,
    InterfaceError,
    InternalError,
    Model,
    OperationalError,
)
from playhouse.db_url import parse
from playhouse.pool import PooledSqliteDatabase
from playhouse.postgres_ext import PooledPsycopg3Database

log = logging.getLogger(__name__)

Row = TypeVar("Row")

SQLITE_PRAGMAS = {
    "journal_mode": "wal",
    "foreign_keys": 1,
    "synchronous": "full",
    "busy_timeout": 5000,
}
LARGEST_ID = 2**31 - 1
LOCAL_TIME = ZoneInfo("Europe/Helsinki")

database = DatabaseProxy()


class BaseModel(Model):
    id: AutoField

    class Meta:
        database = database
        legacy_table_names = False


class Version(BaseModel):
    """A number that changes whenever a body of content does; what is kept from it
    is fresh as long as the number stands."""

    name = CharField(primary_key=True)
    number = IntegerField()


def local_day(moment: datetime) -> date:
    """The date it was where the region is, at a moment stored in UTC."""
    return moment.replace(tzinfo=UTC).astimezone(LOCAL_TIME).date()


def reference(model: type[Model] | Literal["self"], **settings: Any) -> Any:
    """A foreign key that never asks the database by itself: read from a row, it is
    the id, unless the query has joined the other row."""
    return ForeignKeyField(model, lazy_load=False, **settings)


def now() -> datetime:
    """This moment in UTC, without its zone: what both engines store alike."""
    return datetime.now(UTC).replace(tzinfo=None)


def today() -> date:
    """The date where the region is."""
    return datetime.now(LOCAL_TIME).date()


def rows(query: Any, row: type[Row]) -> list[Row]:
    """Run the query and build one `row` from the columns of each result."""
    return list(query.objects(row))


def tuples(query: Any) -> list[Any]:
    """Run the query; each result is the bare tuple of its columns."""
    return list(query.tuples())


def bare(query: Any) -> Iterator[tuple[Any, ...]]:
    """Run the query; its rows one by one as the driver gives them, unconverted."""
    rows: Iterator[tuple[Any, ...]] = iter(database.execute(query))
    return rows


def upsert(model: type[Model], key: dict[str, object], **values: object) -> None:
    """Write `values` to the one row with this `key`, new or there already."""
    model.insert(**key, **values).on_conflict(
        conflict_target=[getattr(model, name) for name in key],
        update={getattr(model, name): value for name, value in values.items()},
    ).execute()


def insert_all(model: type[Model], rows: Sequence[dict[str, Any]]) -> None:
    """Write these rows in one statement; there may be none."""
    if rows:
        model.insert_many(rows).execute()


def bump(name: str) -> None:
    """Say that the content called `name` has changed. The number is drawn anew, so
    that one rolled back is never met again."""
    upsert(Version, {"name": name}, number=secrets.randbelow(LARGEST_ID) + 1)
    seen_versions().pop(name, None)


def version(name: str) -> int:
    """The number of the content called `name`; one request asks for it once."""
    return ask_versions(name)[name]


def ask_versions(*names: str) -> dict[str, int]:
    """The numbers of several contents at once; a request that knows it will need them
    all saves statements."""
    seen = seen_versions()
    wanted = [name for name in names if name not in seen]
    if wanted:
        marks = ", ".join([database.param] * len(wanted))
        # Written out: every request asks this, and building it costs the most.
        sql = f"SELECT name, number FROM version WHERE name IN ({marks})"  # noqa: S608
        numbers = database.execute_sql(sql, wanted).fetchall()
        seen.update({**dict.fromkeys(wanted, 0), **dict(numbers)})
    return {name: seen[name] for name in names}


def all_versions() -> dict[str, int]:
    """The numbers of all contents."""
    found = dict(tuples(Version.select(Version.name, Version.number)))
    seen_versions().update(found)
    return found


def seen_versions() -> dict[str, int]:
    if not has_request_context():
        return {}
    seen: dict[str, int] = g.setdefault("versions", {})
    return seen


def open_database(url: str) -> Database:
    """A pooled database for `sqlite:///…` or `postgresql://…`."""
    if urlsplit(url).scheme == "sqlite":
        path = Path(url.removeprefix("sqlite:///"))
        path.parent.mkdir(parents=True, exist_ok=True)
        return PooledSqliteDatabase(
            str(path),
            pragmas=SQLITE_PRAGMAS,
            lock_type="IMMEDIATE",
            autoconnect=False,
            # The pool hands a connection from thread to thread, one at a time.
            check_same_thread=False,
        )
    settings = parse(url, unquote_password=True, unquote_user=True)
    return PooledPsycopg3Database(autoconnect=False, timeout=10, **settings)


def answers() -> bool:
    """Whether the database can be asked at all."""
    try:
        Version.select().limit(1).execute()
    except (OperationalError, InternalError, InterfaceError):
        return False
    return True


def init_app(app: Flask) -> None:
    database.initialize(open_database(app.config["DATABASE_URL"]))

    @app.before_request
    def connect() -> None:
        g.owns_connection = database.is_closed()
        try:
            database.connect(reuse_if_open=True)
        except OperationalError:
            # Pages that need no rows are answered all the same.
            log.exception("The database can't be reached")

    @app.teardown_request
    def close(_error: BaseException | None) -> None:
        if g.pop("owns_connection", False):
            database.close()
