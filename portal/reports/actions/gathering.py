"""Gathering reports into phenomena, and undoing it. Each change is one transaction, and
the same batch twice is one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext
from peewee import Value, chunked

from portal.accounts.models import User
from portal.db import bump, database, now, tuples
from portal.errors import Refused
from portal.reports.actions.counting import count
from portal.reports.actions.phenomena import create, index
from portal.reports.models import CHANGES, Gathering, Phenomenon, Report
from portal.reports.queries.figures import counts
from portal.reports.telling import tell_gathered, tell_taken_out

MOST_IDS = 1000


@dataclass(frozen=True)
class Moved:
    """How many reports moved, and how many did not since somebody else had moved them
    meanwhile."""

    reports: int
    passed_over: int = 0


def gather(
    report_ids: Sequence[int], phenomenon: int, *, by: User | None, batch: str
) -> Moved:
    """Reports that are in no phenomenon come into this one."""
    with database.atomic():
        bump(CHANGES)
        stands(phenomenon)
        return move(report_ids, None, phenomenon, by=by, batch=batch)


def gather_new(
    report_ids: Sequence[int],
    told: Mapping[str, str],
    *,
    by: User | None,
    batch: str,
    source: int | None = None,
) -> tuple[Phenomenon, Moved]:
    """Reports that are in `source`, or in no phenomenon, come into a new one. Refused
    where somebody else had moved them all meanwhile."""
    with database.atomic():
        bump(CHANGES)
        if source:
            stands(source)
        made = create(told, by=by, submission=batch)
        moved = move(report_ids, source, made.id, by=by, batch=batch)
        if moved.passed_over and not moved.reports:
            raise Refused(moved_meanwhile(moved.passed_over))
        return made, moved


def take_out(
    report_ids: Sequence[int], phenomenon: int, *, by: User | None, batch: str
) -> Moved:
    """Reports of this phenomenon are in none any more."""
    with database.atomic():
        bump(CHANGES)
        return move(report_ids, phenomenon, None, by=by, batch=batch)


def join(part: int, whole: int, *, by: User | None, batch: str) -> Moved:
    """All reports of `part`, in use or not, come into `whole`, which is read instead
    of it."""
    with database.atomic():
        bump(CHANGES)
        if Gathering.get_or_none(Gathering.batch == batch):
            return Moved(0)
        stands(part)
        stands(whole)
        if part == whole:
            raise Refused(_("Choose another phenomenon to join this one with."))
        ids = [
            key
            for (key,) in tuples(
                Report.select(Report.id).where(Report.phenomenon == part)
            )
        ]
        if not ids:
            raise Refused(
                _("No report is in this phenomenon, so there is none to join.")
            )
        moved = move(ids, part, whole, by=by, batch=batch, every=True)
        Phenomenon.update(joined=whole, updated_at=now()).where(
            Phenomenon.id == part
        ).execute()
        index(part)
        return moved


def move(  # noqa: PLR0913  what a move is made of
    report_ids: Sequence[int],
    source: int | None,
    target: int | None,
    *,
    by: User | None,
    batch: str,
    every: bool = False,
) -> Moved:
    """Those that are in `source` and have been read by a moderator, or `every` one."""
    if Gathering.get_or_none(Gathering.batch == batch):
        return Moved(0)
    found: list[int] = []
    for ids in chunked(dict.fromkeys(report_ids), MOST_IDS):
        these = (Report.id.in_(ids)) & is_in(source)
        these = these if every else these & counts()
        found += [key for (key,) in tuples(Report.select(Report.id).where(these))]
        record(these, source, target, by, batch)
    put(found, source, target)
    told(found, target, batch)
    count([key for key in (source, target) if key])
    return Moved(len(found), len(set(report_ids)) - len(found))


def record(
    these: Any, source: int | None, target: int | None, by: User | None, batch: str
) -> None:
    moved_by = by.id if by else None
    values = [Value(value) for value in (batch, source, target, moved_by, now())]
    fields = ("batch", "source", "target", "moved_by", "moved_at", "report")
    Gathering.insert_from(
        Report.select(*values, Report.id).where(these),
        [getattr(Gathering, name) for name in fields],
    ).execute()


def put(ids: Sequence[int], source: int | None, target: int | None) -> None:
    for some in chunked(ids, MOST_IDS):
        Report.update(phenomenon=target).where(
            Report.id.in_(some), is_in(source)
        ).execute()


def told(ids: Sequence[int], target: int | None, batch: str) -> None:
    if ids and target:
        tell_gathered(ids, batch)
    elif ids:
        tell_taken_out(ids, batch)


def moved_meanwhile(count: int) -> str:
    return ngettext(
        "%(num)s report had been moved by somebody else meanwhile. It stays there.",
        "%(num)s reports had been moved by somebody else meanwhile. They stay there.",
        count,
    )


def is_in(phenomenon: int | None) -> Any:
    if phenomenon is None:
        return Report.phenomenon.is_null()
    return Report.phenomenon == phenomenon


def stands(phenomenon: int) -> None:
    """Refuse a phenomenon that is gone or was joined with another meanwhile."""
    row = Phenomenon.get_or_none(Phenomenon.id == phenomenon)
    if row is None:
        raise LookupError(phenomenon)
    if row.joined:
        raise Refused(
            _("This phenomenon was joined with another meanwhile. Open that one.")
        )
