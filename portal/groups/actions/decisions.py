"""Writing down decisions and what became of them. Each change is one transaction."""

from collections.abc import Mapping

from portal.accounts.models import User
from portal.db import bump, database
from portal.groups.actions.notifying import tell_of_decision
from portal.groups.actions.writing import change, found_sent, make
from portal.groups.models import CHANGES, Group, GroupDecision
from portal.groups.snapshots import DECISION
from portal.upkeep.snapshots import Snapshot


def add(
    group: Group, told: Mapping[str, str], *, by: User | None, submission: str = ""
) -> GroupDecision:
    """A new decision. The same submission twice makes one."""
    with database.atomic():
        bump(CHANGES)
        if sent := found_sent(GroupDecision, submission):
            return sent
        decision: GroupDecision = make(
            DECISION, told, group=group.id, submission=submission or None
        )
        tell_of_decision(group, decision.id, by)
    return decision


def save(decision_id: int, values: Snapshot, *, base: Snapshot | None) -> None:
    """Save what was changed since `base` was read. Raises Meeting where somebody else
    has changed the same."""
    with database.atomic():
        bump(CHANGES)
        change(DECISION, decision_id, values, base)
