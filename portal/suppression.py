"""Which groups a breakdown may show beside its total, so that it tells nothing of a
handful. This knows no database."""

from collections.abc import Collection, Hashable, Mapping
from typing import TypeVar

LEAST = 5

Group = TypeVar("Group", bound=Hashable)


def shown(counts: Mapping[Group, int], least: int = LEAST) -> frozenset[Group]:
    """The groups that one breakdown may show beside its total."""
    large = {group: count for group, count in counts.items() if count >= least}
    if sum(map(bool, counts.values())) == 1:
        return frozenset()
    if not hides(outside(counts, large), least):
        smallest = min(large.values(), default=0)
        large = {group: count for group, count in large.items() if count > smallest}
    return frozenset(large)


def hides(counts: Collection[int], least: int) -> bool:
    """Whether no handful among these hidden groups can be told from their sum."""
    people = [count for count in counts if count]
    if all(count >= least for count in people):
        return True
    alike = all(count == least - 1 for count in counts)
    return len(people) > 1 and sum(people) >= least and not alike


def outside(counts: Mapping[Group, int], groups: Collection[Group]) -> list[int]:
    return [count for group, count in counts.items() if group not in groups]
