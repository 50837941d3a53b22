"""What is calculated from assumptions. This knows no database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from math import prod

DIGITS = 100
"""Enough for the product of four of the longest figures: nothing is lost on the way."""
PER_CENT = Decimal(100)
EURO = Decimal(1)


@dataclass(frozen=True)
class Range:
    """A figure as it likely is, with the lowest and the highest that it may be."""

    low: Decimal
    likely: Decimal
    high: Decimal

    @classmethod
    def exactly(cls, figure: Decimal) -> "Range":
        return cls(figure, figure, figure)

    @property
    def is_exact(self) -> bool:
        return self.low == self.high


def product(*factors: Decimal) -> int:
    """Of persons, use, unit cost and share: whole euros a year; half a euro is rounded
    up."""
    return rounded(multiplied(factors))


def multiplied(factors: Iterable[Decimal]) -> Decimal:
    with localcontext() as exact:
        exact.prec = DIGITS
        return prod(factors, start=Decimal(1))


def less(one: Decimal, other: Decimal) -> Decimal:
    with localcontext() as exact:
        exact.prec = DIGITS
        return one - other


def rounded(cost: Decimal) -> int:
    with localcontext() as exact:
        exact.prec = DIGITS
        return int((cost / PER_CENT).quantize(EURO, rounding=ROUND_HALF_UP))


@dataclass(frozen=True)
class Cost:
    """Whole euros a year: `low` if all assumptions are at their lowest together, `high`
    if all are at their highest."""

    low: int
    likely: int
    high: int

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(
            self.low + other.low, self.likely + other.likely, self.high + other.high
        )

    @property
    def is_exact(self) -> bool:
        return self.low == self.high


FREE = Cost(0, 0, 0)


def cost(figures: Sequence[Range]) -> Cost:
    return Cost(
        product(*(one.low for one in figures)),
        product(*(one.likely for one in figures)),
        product(*(one.high for one in figures)),
    )


def total(costs: Iterable[Cost]) -> Cost:
    """The sum of figures that are rounded already: what is shown adds up."""
    return sum(costs, start=FREE)


def negative(cost: Cost) -> Cost:
    return Cost(-cost.high, -cost.likely, -cost.low)


def difference(
    one: Sequence[Range], first: Sequence[Range], same: Sequence[bool]
) -> Cost:
    """How much more a line costs than in the first scenario, less than nothing if it
    costs less. What is the `same` in both is as low or as high in both; the rest is at
    its ends in the one while it is at the opposite ends in the other."""
    shared = [figure for figure, is_same in zip(one, same, strict=True) if is_same]
    ends = [
        multiplied(figure.low for figure in shared),
        multiplied(figure.high for figure in shared),
    ]
    ours, theirs = (
        [figure for figure, is_same in zip(figures, same, strict=True) if not is_same]
        for figures in (one, first)
    )
    least = less(multiplied(f.low for f in ours), multiplied(f.high for f in theirs))
    most = less(multiplied(f.high for f in ours), multiplied(f.low for f in theirs))
    likely = cost(one).likely - cost(first).likely
    reached = [
        likely,
        *(rounded(multiplied([end, far])) for end in ends for far in (least, most)),
    ]
    return Cost(min(reached), likely, max(reached))
