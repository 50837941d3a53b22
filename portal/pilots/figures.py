"""What figures of sites may be shown, so that none tells of fewer than five. This knows
no database.

1. A period of a site with five people or more stands by itself.
2. Smaller ones wait, in the order in which they were first told, until those that wait
   make five; then they are shown together, and never apart. What is told later waits
   for others: what was shown is never added to.
3. Every sum is of what is shown, so that nothing comes out by taking one from another.

What remains: a correction shows at once, so who saw the figure before it sees the
difference."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from portal.pilots.models import Unit
from portal.suppression import LEAST

HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Told:
    """What a site told of one measure in one period; `order` is since when it may be
    shown, before or after others."""

    order: tuple[date, int]
    period: date
    n: int
    total: Decimal


@dataclass(frozen=True)
class Figure:
    """A sum over `periods` of one or several sites, of `n` people."""

    unit: Unit
    n: int
    total: Decimal
    periods: int

    @property
    def value(self) -> Decimal:
        """Per cent, a mean, or how many in a period of a site."""
        if self.unit is Unit.SHARE:
            return HUNDRED * self.total / self.n
        if self.unit is Unit.MEAN:
            return self.total / self.n
        return self.total / self.periods


@dataclass(frozen=True)
class Point:
    """What is shown of one period, or of small ones together."""

    periods: tuple[date, ...]
    figure: Figure


def points(told: Iterable[Told], unit: Unit) -> tuple[list[Point], int]:
    """What may be shown, by time, and how many periods wait."""
    found, waiting = [], []
    for one in sorted(told, key=lambda one: one.order):
        if one.n >= LEAST:
            found.append(together([one], unit))
            continue
        waiting.append(one)
        if sum(small.n for small in waiting) >= LEAST:
            found.append(together(waiting, unit))
            waiting = []
    return sorted(found, key=lambda point: point.periods[-1]), len(waiting)


def together(told: Sequence[Told], unit: Unit) -> Point:
    return Point(
        tuple(sorted(one.period for one in told)),
        Figure(
            unit,
            sum(one.n for one in told),
            sum((one.total for one in told), Decimal(0)),
            len(told),
        ),
    )


def summed(figures: Iterable[Figure]) -> Figure | None:
    """All of these as one; None where there is none."""
    every = list(figures)
    if not every:
        return None
    return Figure(
        every[0].unit,
        sum(one.n for one in every),
        sum((one.total for one in every), Decimal(0)),
        sum(one.periods for one in every),
    )
