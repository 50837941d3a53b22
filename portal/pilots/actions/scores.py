"""Giving points, each with what it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from portal.accounts.models import User
from portal.db import bump, database, upsert
from portal.errors import Refused
from portal.pilots.actions.editions import keep_edition
from portal.pilots.actions.selections import demand_locked
from portal.pilots.models import CHANGES, Score
from portal.pilots.queries.selections import record_by_id
from portal.pilots.records import Given, Record
from portal.upkeep.notes import NO_NOTE, Note
from portal.web import tag


@dataclass(frozen=True)
class Point:
    """What one gives; `seen` names what stood there when it was read."""

    criterion_id: int
    candidate_id: int
    given: Given
    seen: str

    @property
    def place(self) -> tuple[int, int]:
        return (self.criterion_id, self.candidate_id)


def seen_score(given: Given | None) -> str:
    return tag(given.points, given.source) if given else tag(None, "")


def save(
    record: Record,
    points: Sequence[Point],
    *,
    by: User | None,
    note: Note = NO_NOTE,
) -> list[tuple[int, int]]:
    """Save these, and tell which somebody else gave otherwise meanwhile: those stay.
    After the decision it is a correction, which needs a note."""
    with database.atomic():
        bump(CHANGES)
        standing = record_by_id(record.id) or record
        demand_opened(standing)
        met, wanted = [], []
        for point in points:
            there = standing.scores.get(point.place)
            if there == point.given:
                continue
            if seen_score(there) != point.seen:
                met.append(point.place)
                continue
            wanted.append(point)
        if wanted and standing.is_decided:
            keep_edition(standing, by=by, note=note)
        for point in wanted:
            upsert(
                Score,
                {"criterion": point.criterion_id, "candidate": point.candidate_id},
                points=point.given.points,
                source=point.given.source,
                language=point.given.language,
            )
    return met


def demand_opened(record: Record) -> None:
    demand_locked(record)
    if not record.is_opened:
        raise Refused(_("Open the results first. Points are given after that."))
