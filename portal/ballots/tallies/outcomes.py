"""What a tally gives: rows, winners, and the working behind them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Any

from portal.ballots.tallies.terms import Method

Figure = int | Fraction | None
Matrix = tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Row:
    """An option's place (1 is best, ties share a place) and its figures by name."""

    option: int
    place: int
    figures: Mapping[str, Figure]


@dataclass(frozen=True)
class Spread:
    """For each option, how many gave 0, 1, 2 and so on."""

    counts: Mapping[int, tuple[int, ...]]


class Verdict(StrEnum):
    AGREED = "agreed"
    CONDITIONS = "conditions"
    BLOCKED = "blocked"
    SILENT = "silent"


@dataclass(frozen=True)
class Verdicts:
    verdicts: Mapping[int, Verdict]


@dataclass(frozen=True)
class Paths:
    """Schulze's method. Matrices run by `options`: from the row to the column.

    preferred: voters who put the row before the column.
    links: those votes where they are a majority of the pair, else 0.
    strengths: of the strongest path, that is its weakest link; 0 is no path.
    onward: index of the next option on that path; -1 where there is none.
    """

    options: tuple[int, ...]
    preferred: Matrix
    links: Matrix
    strengths: Matrix
    onward: Matrix

    def path(self, start: int, end: int) -> tuple[int, ...]:
        """The options on the strongest path, both ends too; () where there is none."""
        at, last = self.options.index(start), self.options.index(end)
        steps = [start]
        while at != last:
            at = self.onward[at][last]
            if at < 0:
                return ()
            steps.append(self.options[at])
        return tuple(steps)


@dataclass(frozen=True)
class Round:
    """One purchase in the method of equal shares; money in euros.

    rate: what a payer pays for each euro of the cost, at most.
    highest: what a payer pays at most. full: how many pay that. short, short_paid: how
    many have less left and pay all of it, and what that comes to.
    tied: options that had the same rate, among them this one, when there were others.
    """

    option: int
    cost: int
    rate: Fraction
    highest: Fraction
    full: int
    short: int
    short_paid: Fraction
    tied: tuple[int, ...] = ()


class Ending(StrEnum):
    """Why shares were not raised further."""

    EXHAUSTIVE = "exhaustive"
    OVER = "over"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Raise:
    """What is bought from the moment each share is raised by this many euros."""

    raised: int
    options: tuple[int, ...]
    spent: int


@dataclass(frozen=True)
class EqualShares:
    """The method of equal shares, and what the most votes first would have bought.

    share: euros each voter starts with; raised: whole euros added to it at the end.
    raises: every change on the way, the first at 0. rounds: the purchases at the end.
    over: what the next euro would have bought, when that costs more than there is.
    """

    budget: int
    share: Fraction
    raised: int
    ending: Ending
    raises: tuple[Raise, ...]
    over: Raise | None
    rounds: tuple[Round, ...]
    bought: tuple[int, ...]
    spent: int
    left: int
    greedy: tuple[int, ...]
    greedy_spent: int
    only_shares: tuple[int, ...]
    only_greedy: tuple[int, ...]
    too_dear: tuple[int, ...]


Working = Spread | Verdicts | Paths | EqualShares


@dataclass(frozen=True)
class Tally:
    """voters: ballots that name an option still standing. blank: those that don't."""

    method: Method
    voters: int
    blank: int
    rows: tuple[Row, ...]
    winners: tuple[int, ...]
    working: Working | None = field(default=None)


def places(values: Mapping[int, Any]) -> dict[int, int]:
    """The greatest value is first, equal values share a place: 1, 2, 2, 4."""
    falling = sorted(values.values(), reverse=True)
    return {option: falling.index(value) + 1 for option, value in values.items()}


def rows(
    places: Mapping[int, int], figures: Mapping[int, Mapping[str, Figure]]
) -> tuple[Row, ...]:
    """By place; those that share one in the order in which they are given."""
    order: Sequence[int] = sorted(figures, key=places.__getitem__)
    return tuple(Row(option, places[option], figures[option]) for option in order)
