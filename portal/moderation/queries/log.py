"""The log of moderation, as it is read, downloaded and checked."""

from collections.abc import Iterator
from contextlib import nullcontext
from datetime import UTC, date, datetime

from peewee import Expression, fn

from portal.db import LOCAL_TIME, database, local_day, tuples
from portal.moderation.chain import BEGINNING, Checked, Line, check
from portal.moderation.models import LogEntry

PAGE = 50
AT_ONCE = 1000
MONTHS_A_YEAR = 12


def entries(month: date | None, page: int) -> list[LogEntry]:
    """A page of the log, newest first: of a month by its first day, or of all time."""
    query = LogEntry.select().where(within(month)).order_by(LogEntry.number.desc())
    return list(query.paginate(page, PAGE))


def count(month: date | None) -> int:
    return int(LogEntry.select().where(within(month)).count())


def within(month: date | None) -> Expression | bool:
    if month is None:
        return True
    return (LogEntry.at >= begins(month)) & (LogEntry.at < begins(after(month)))


def months() -> list[date]:
    """The first day of each month from the beginning of the log to its end, newest
    first."""
    ends = LogEntry.select(fn.MIN(LogEntry.at), fn.MAX(LogEntry.at))
    [(first, last)] = tuples(ends)
    if first is None:
        return []
    month, end = (local_day(at).replace(day=1) for at in (first, last))
    found = [month]
    while month < end:
        month = after(month)
        found.append(month)
    return found[::-1]


def after(month: date) -> date:
    years, months_over = divmod(month.month, MONTHS_A_YEAR)
    return date(month.year + years, months_over + 1, 1)


def begins(month: date) -> datetime:
    """The moment in UTC at which a month begins where the region is."""
    local = datetime(month.year, month.month, 1, tzinfo=LOCAL_TIME)
    return local.astimezone(UTC).replace(tzinfo=None)


def lines() -> Iterator[tuple[Line, str]]:
    """The whole log, oldest first, each line with its digest; however long it is, only
    some of it is held at a time."""
    number = 0
    while found := later(number):
        for row in found:
            yield line_of(row), row.digest
        number = found[-1].number


def later(number: int) -> list[LogEntry]:
    """Some of what comes after a line. While an answer is sent, the connection of its
    request is given back already."""
    query = LogEntry.select().where(LogEntry.number > number)
    own = database.connection_context() if database.is_closed() else nullcontext()
    with own:
        return list(query.order_by(LogEntry.number).limit(AT_ONCE))


def line_of(row: LogEntry) -> Line:
    return Line(
        row.number,
        row.at.isoformat(timespec="microseconds"),
        row.event.value,
        row.kind,
        row.item_id,
        row.case_id,
        row.workshop,
        row.reason,
        row.rules,
        row.actor,
    )


def head() -> tuple[int, str]:
    """How many lines the log has, and the digest of the last one."""
    last = LogEntry.select().order_by(LogEntry.number.desc()).first()
    return (last.number, last.digest) if last else (0, BEGINNING)


def checked() -> Checked:
    """How far the log in the database holds."""
    return check(lines())
