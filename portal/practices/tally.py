"""What sums of verdicts may tell, so that they tell of no handful. This knows no
database.

1. Sums are told in fives, rounded down: fewer than five look like none. How many told
   in all is at most five more than these sums, or it would tell how many are hidden:
   so each sum may be any of five numbers, whatever the others are.
2. They stand as they were told until five people more have told, changed or taken
   back what they say; then all are counted at once. One person is one, however often
   they change.
3. So between any two tellings, five or more have changed, and each sum by fives or not
   at all: from 5 to 10 may be one person more or five.

What remains: who knows all but one of those who told knows the last one's verdict, as
with any sum. Texts stand without their verdict, or one could count by hand."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from portal.practices.models import Lived
from portal.suppression import LEAST

Verdict = TypeVar("Verdict", bound=StrEnum)


@dataclass(frozen=True)
class Told:
    """Of so many people, what they say now, if it is public, and what they were last
    counted with."""

    people: int
    verdict: StrEnum | None
    counted_people: int = 0
    counted: StrEnum | None = None

    @property
    def has_changed(self) -> bool:
        return (self.verdict, self.people if self.verdict else 0) != (
            self.counted,
            self.counted_people if self.counted else 0,
        )

    @property
    def moves(self) -> int:
        """How many people count otherwise than before."""
        if not self.has_changed:
            return 0
        return max(
            self.people if self.verdict else 0,
            self.counted_people if self.counted else 0,
        )


def may_be_counted(told: Iterable[Told]) -> bool:
    """Whether enough people have moved since sums were last told."""
    return sum(one.moves for one in told) >= LEAST


def in_fives(people: int) -> int:
    return people - people % LEAST


@dataclass(frozen=True)
class Sums(Generic[Verdict]):
    """At least so many people in all, and with each verdict that five or more have."""

    people: int
    verdicts: dict[Verdict, int]

    def __bool__(self) -> bool:
        return bool(self.people)


def sums(counted: Counter[Verdict], verdicts: Iterable[Any] = Lived) -> Sums[Verdict]:
    rounded = {verdict: in_fives(counted[verdict]) for verdict in verdicts}
    most = sum(rounded.values()) + LEAST
    return Sums(
        min(in_fives(counted.total()), most),
        {verdict: people for verdict, people in rounded.items() if people},
    )
