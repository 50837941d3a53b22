"""What waits, and what was decided."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from portal.db import rows
from portal.moderation.kinds import KINDS, Item
from portal.moderation.models import Case, Decision, Reason


@dataclass(frozen=True)
class Waiting:
    case_id: int
    kind: str
    item_id: int
    opened_at: datetime
    item: Item


@dataclass(frozen=True)
class Verdict:
    """What was decided of one thing, newest first."""

    decision: Decision
    reason: Reason | None
    note: str
    decided_at: datetime | None


@dataclass(frozen=True)
class CaseRow:
    id: int
    kind: str
    item_id: int
    opened_at: datetime


def queue() -> list[Waiting]:
    """Everything that waits, oldest first."""
    cases = rows(
        Case.select(Case.id, Case.kind, Case.item_id, Case.opened_at)
        .where(Case.decided_at.is_null())
        .order_by(Case.opened_at, Case.id),
        CaseRow,
    )
    ids: dict[str, list[int]] = defaultdict(list)
    for case in cases:
        ids[case.kind].append(case.item_id)
    items = {kind: KINDS[kind].items(wanted) for kind, wanted in ids.items()}
    return [
        Waiting(
            case.id,
            case.kind,
            case.item_id,
            case.opened_at,
            items[case.kind][case.item_id],
        )
        for case in cases
        if case.item_id in items[case.kind]
    ]


def case(case_id: int) -> Case | None:
    return Case.get_or_none(Case.id == case_id)


def verdicts(kind: str, item_ids: list[int]) -> dict[int, Verdict]:
    """The newest decision on each of these things that has one."""
    decided = (
        Case.select()
        .where(
            Case.kind == kind,
            Case.item_id.in_(item_ids),
            Case.decision.is_null(False),
        )
        .order_by(Case.decided_at, Case.id)
    )
    return {
        row.item_id: Verdict(row.decision, row.reason, row.note, row.decided_at)
        for row in decided
    }
