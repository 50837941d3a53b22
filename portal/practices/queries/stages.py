"""The life of a practice: its steps, and what each needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from portal.accounts.models import User
from portal.db import tuples
from portal.practices.models import (
    Application,
    Evidence,
    Practice,
    PracticeText,
    Stage,
    StageChange,
    Use,
)

PLACES_OF_SPREAD = 2


class Lack(StrEnum):
    """What a stage needs and is not there."""

    WHO_TRIES = "who-tries"
    RESULTS = "results"
    EVIDENCE = "evidence"
    IN_USE = "in-use"
    PLACES = "places"
    REASON = "reason"


@dataclass(frozen=True)
class Step:
    """A stage that was set once. `by` is for those who look after the practice."""

    stage: Stage
    changed_at: datetime
    note: str
    language: str
    by: str


def history(practice_id: int) -> list[Step]:
    """How the practice came where it is, the newest first. One statement."""
    rows: Iterable[Any] = (
        StageChange.select(StageChange, User.name.alias("name"))
        .join(User, "LEFT JOIN")
        .where(StageChange.practice == practice_id)
        .order_by(StageChange.id.desc())
        .objects()
    )
    return [
        Step(row.stage, row.changed_at, row.note, row.language, row.name or "")
        for row in rows
    ]


def said_last(practice_id: int) -> str:
    """What was said at the last step."""
    said = StageChange.select(StageChange.note).where(
        StageChange.practice == practice_id
    )
    return said.order_by(StageChange.id.desc()).scalar() or ""


def lacking(practice: Practice, stage: Stage, note: str) -> list[Lack]:
    """What must be there before the practice is said to be at this stage."""
    if stage is Stage.RETIRED:
        return [] if note else [Lack.REASON]
    if stage is Stage.EVALUATED:
        known = practice.evidence is not Evidence.NONE
        told = {Lack.RESULTS: _written(practice, "results"), Lack.EVIDENCE: known}
    else:
        areas = _areas(practice)
        tried = areas[Use.IN_USE] | areas[Use.ON_TRIAL]
        spread = len(areas[Use.IN_USE]) >= PLACES_OF_SPREAD
        told = {
            Stage.ON_TRIAL: {
                Lack.WHO_TRIES: bool(tried) or _written(practice, "place")
            },
            Stage.IN_USE: {Lack.IN_USE: bool(areas[Use.IN_USE])},
            Stage.SPREAD: {Lack.PLACES: spread},
        }.get(stage, {})
    return [lack for lack, is_there in told.items() if not is_there]


def _written(practice: Practice, name: str) -> bool:
    """Whether something stands under a heading in any language."""
    these = PracticeText.practice == practice.id
    return (
        PracticeText.select().where(these, getattr(PracticeText, name) != "").exists()
    )


def _areas(practice: Practice) -> dict[Use, set[int]]:
    """Where it is applied, by how."""
    found: dict[Use, set[int]] = {use: set() for use in Use}
    for state, area in tuples(
        Application.select(Application.state, Application.area).where(
            Application.practice == practice.id
        )
    ):
        found[state].add(area)
    return found
