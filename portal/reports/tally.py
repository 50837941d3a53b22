"""What figures of reports may tell, so that they tell of no handful. This knows no
database.

1. Each figure is told in fives, rounded down: fewer than five look like none.
2. How many in all is told so that each figure of each breakdown may be any of the five
   numbers that look like it: what the hidden ones could hold at most, one of them less,
   must reach the sum (`most_in_all`), and what each other breakdown adds up to: where
   it does not, figures are told lower. A half year is such a sum of its months.
3. Figures stand as they were told until five reports more have come, gone or moved:
   then all are counted at once. What pages, files and digests tell are these.

What remains: who knows all reports but one knows the last one, as with any sum."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from portal.practices.tally import in_fives
from portal.suppression import LEAST

UNTOLD = "-"
"""Of those that don't say."""
EARLIER = "earlier"
MONTHS_OF_A_HALF = 6


class Breakdown(StrEnum):
    SORT = "sort"
    FREQUENCY = "frequency"
    NEED = "need"
    GROUP = "group"
    AREA = "area"
    HALF = "half"
    MONTH = "month"


@dataclass(frozen=True)
class Observed:
    """What is counted of one report: its value in each breakdown."""

    values: Mapping[Breakdown, str]


Cells = dict[str, int]


@dataclass(frozen=True)
class Figures:
    """At least so many reports in all, and with each value that five or more have."""

    reports: int
    breakdowns: dict[Breakdown, Cells]

    def __bool__(self) -> bool:
        return bool(self.reports)


NO_FIGURES = Figures(0, {})


def may_be_counted(moved: int) -> bool:
    """Whether enough reports have come, gone or changed since figures were told."""
    return moved >= LEAST


def figures(
    observed: Iterable[Observed], values: Mapping[Breakdown, Sequence[str]]
) -> Figures:
    """`values` are all that a report could have in each breakdown."""
    seen = list(observed)
    counted = {
        breakdown: cells(Counter(one.values[breakdown] for one in seen))
        for breakdown in values
    }
    told, most = lowered(counted, values)
    return Figures(min(in_fives(len(seen)), most), told)


def lowered(
    told: dict[Breakdown, Cells], values: Mapping[Breakdown, Sequence[str]]
) -> tuple[dict[Breakdown, Cells], int]:
    """The figures that leave each other free, and the largest sum that does. One
    breakdown that adds up to more than another can hide is told lower."""
    while True:
        told = with_halves(told, values)
        most = min(
            most_in_all(told[breakdown], len(possible))
            for breakdown, possible in values.items()
        )
        if all(sum(these.values()) <= most for these in told.values()):
            return told, most
        told = {
            breakdown: one_lower(these) if sum(these.values()) > most else these
            for breakdown, these in told.items()
        }


def one_lower(told: Cells) -> Cells:
    """The smallest figure five lower."""
    least = min(told, key=lambda value: (told[value], value))
    return cells({**told, least: told[least] - LEAST})


def cells(counts: Mapping[str, int]) -> Cells:
    return {
        value: in_fives(count) for value, count in counts.items() if in_fives(count)
    }


def half_of(month: str) -> str:
    """`2026-1` of `2026-05`; what is earlier stays so."""
    if month == EARLIER:
        return EARLIER
    year, _dash, number = month.partition("-")
    return f"{year}-{1 if int(number) <= MONTHS_OF_A_HALF else 2}"


def with_halves(
    told: dict[Breakdown, Cells], values: Mapping[Breakdown, Sequence[str]]
) -> dict[Breakdown, Cells]:
    """Half years that leave each of their months free, and add up to no less."""
    if Breakdown.HALF not in told:
        return told
    halves: Cells = {}
    months: Cells = {}
    for half in values[Breakdown.HALF]:
        these = [m for m in values[Breakdown.MONTH] if half_of(m) == half]
        within = {m: n for m, n in told[Breakdown.MONTH].items() if m in these}
        count = min(told[Breakdown.HALF].get(half, 0), most_in_all(within, len(these)))
        while sum(within.values()) > count:
            within = one_lower(within)
        halves[half] = min(count, most_in_all(within, len(these)))
        months |= within
    return {**told, Breakdown.HALF: cells(halves), Breakdown.MONTH: months}


def most_in_all(told: Cells, values: int) -> int:
    """The largest sum that leaves each of so many values free, whatever it is."""
    return in_fives(sum(told.values()) + (LEAST - 1) * (values - 1))
