"""Undoing what was gathered, taken out, split or joined."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _

from portal.db import bump, database, now
from portal.errors import Refused
from portal.reports.actions.counting import count
from portal.reports.actions.gathering import put, told
from portal.reports.actions.phenomena import index
from portal.reports.models import CHANGES, Gathering, Phenomenon, Report


def undo(batch: str) -> None:
    """Reports that were moved together go back where they were. Refused where one of
    them has moved on since; undone once is undone."""
    with database.atomic():
        bump(CHANGES)
        rows: list[Any] = list(
            Gathering.select(Gathering, Report.phenomenon.alias("now_in"))
            .join(Report)
            .where(Gathering.batch == batch)
            .objects()
        )
        if not rows:
            raise LookupError(batch)
        if rows[0].undone_at:
            return
        refuse_if_moved_on(rows)
        places = {(row.source, row.target) for row in rows}
        for source, target in places:
            ids = [r.report for r in rows if (r.source, r.target) == (source, target)]
            part_again(source, target)
            put(ids, target, source)
            told(ids, source, f"{batch}:undone")
        Gathering.update(undone_at=now()).where(Gathering.batch == batch).execute()
        count(sorted({key for pair in places for key in pair if key}))


def refuse_if_moved_on(rows: Sequence[Any]) -> None:
    sources = {row.source for row in rows}
    target = rows[0].target
    elsewhere = Phenomenon.select().where(
        Phenomenon.id.in_([key for key in sources if key]),
        Phenomenon.joined.is_null(False),
        Phenomenon.joined != (target or 0),
    )
    if any(row.now_in != row.target for row in rows) or elsewhere.exists():
        raise Refused(
            _(
                "Some of these reports have moved on since, so this can’t be undone as "
                "a whole. Move them one by one instead."
            )
        )


def part_again(source: int | None, target: int | None) -> None:
    """What was joined stands by itself again."""
    if source is None or target is None:
        return
    these = (Phenomenon.id == source) & (Phenomenon.joined == target)
    if Phenomenon.update(joined=None, updated_at=now()).where(these).execute():
        index(source)
