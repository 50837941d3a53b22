"""What groups have decided, and what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import Expression

from portal.db import today, tuples
from portal.groups.labels import Standing
from portal.groups.models import DecisionState, Group, GroupDecision, GroupDecisionText
from portal.groups.queries.groups import Found, by_ids
from portal.groups.queries.publicity import is_public
from portal.groups.queries.texts import part, with_texts


@dataclass(frozen=True)
class Decided:
    """A decision with its texts, as it stands on a day."""

    row: GroupDecision
    texts: Mapping[str, GroupDecisionText]
    day: date

    @property
    def id(self) -> int:
        return int(self.row.id)

    @property
    def standing(self) -> Standing:
        late = self.row.due_on and self.row.due_on < self.day
        if self.row.state is DecisionState.OPEN and late:
            return Standing.LATE
        return Standing(self.row.state.value)

    def part(self, name: str, language: str) -> tuple[str, str]:
        return part(self.texts, name, language)


def standing_as(standing: Standing, day: date) -> Expression:
    """Condition over `GroupDecision`: it stands so on this day."""
    is_open = GroupDecision.state == DecisionState.OPEN
    if standing is Standing.LATE:
        return is_open & (GroupDecision.due_on < day)
    if standing is Standing.OPEN:
        return is_open & (
            GroupDecision.due_on.is_null() | (GroupDecision.due_on >= day)
        )
    return GroupDecision.state == DecisionState(standing.value)


def decisions(group_id: int) -> list[Decided]:
    """All of a group: the open ones by their day, then the newest. One statement."""
    return sorted(_decided(GroupDecision.group == group_id), key=_order)


def decided_in(meeting_id: int) -> list[Decided]:
    """What a meeting has decided, in the same order. One statement."""
    return sorted(_decided(GroupDecision.meeting == meeting_id), key=_order)


def decision(group_id: int, decision_id: int) -> Decided | None:
    """One statement."""
    this = (GroupDecision.group == group_id) & (GroupDecision.id == decision_id)
    return next(iter(_decided(this)), None)


def log(standing: Standing | None, groups: Sequence[str]) -> Any:
    """The public decisions, the newest first, as a query."""
    query = (
        GroupDecision.select(GroupDecision.id)
        .join(Group)
        .where(is_public())
        .order_by(GroupDecision.decided_on.desc(), GroupDecision.id.desc())
    )
    if groups:
        query = query.where(Group.slug.in_(list(groups)))
    if standing:
        query = query.where(standing_as(standing, today()))
    return query


def by_order(ids: Sequence[int]) -> list[tuple[Decided, Found]]:
    """These decisions with their groups, in this order. Two statements."""
    found = {one.id: one for one in _decided(GroupDecision.id.in_(list(ids)))}
    groups = by_ids(sorted({one.row.group for one in found.values()}))
    return [(found[key], groups[found[key].row.group]) for key in ids if key in found]


def late_in(mine: frozenset[int] | None) -> tuple[int, list[str]]:
    """How many decisions of these organisations' groups (None is all) are late, and
    the slugs of those groups. One statement."""
    query = (
        GroupDecision.select(Group.slug)
        .join(Group)
        .where(standing_as(Standing.LATE, today()), is_public())
    )
    if mine is not None:
        query = query.where(Group.organisation.in_(sorted(mine)))
    slugs = [slug for (slug,) in tuples(query)]
    return len(slugs), sorted(set(slugs))


def _order(one: Decided) -> tuple[bool, int]:
    settled = one.row.state is not DecisionState.OPEN
    if settled:
        return True, -one.row.decided_on.toordinal()
    return False, (one.row.due_on or date.max).toordinal()


def _decided(where: Expression) -> list[Decided]:
    day = today()
    found = with_texts(GroupDecisionText.decision, where)
    return [Decided(*one, day) for one in found]
