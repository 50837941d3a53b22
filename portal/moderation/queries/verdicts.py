"""What was decided of things, as their writers are told."""

from dataclasses import dataclass
from datetime import datetime

from portal.moderation.models import Case, Decision, Reason
from portal.moderation.queries.cases import not_left


@dataclass(frozen=True)
class Verdict:
    """What was decided of one thing. `passage` is the part that is to be changed."""

    decision: Decision
    reason: Reason | None
    note: str
    decided_at: datetime | None
    passage: str = ""


def verdicts(kind: str, item_ids: list[int]) -> dict[int, Verdict]:
    """The newest decision on each of these things that has one; an appeal or a report
    that was turned down leaves the one before it as it is."""
    decided = (
        Case.select()
        .where(
            Case.kind == kind,
            Case.item_id.in_(item_ids),
            Case.decision.is_null(False),
            Case.decision != Decision.UPHOLD,
            not_left(),
        )
        .order_by(Case.decided_at, Case.id)
    )
    return {
        row.item_id: Verdict(
            row.decision, row.reason, row.note, row.decided_at, row.passage
        )
        for row in decided
    }
