"""Figures of reports tell of no handful: at once, and by subtraction."""

from collections import defaultdict
from itertools import product

from portal.practices.tally import in_fives
from portal.reports.tally import (
    UNTOLD,
    Breakdown,
    Observed,
    cells,
    figures,
    lowered,
    may_be_counted,
)
from portal.suppression import LEAST

SORT, NEED, HALF, MONTH = (
    Breakdown.SORT,
    Breakdown.NEED,
    Breakdown.HALF,
    Breakdown.MONTH,
)


def observed(*pairs: tuple[dict, int]) -> list[Observed]:
    return [Observed(values) for values, count in pairs for _ in range(count)]


def test_numbers_are_rounded_down_to_fives():
    seen = observed(({SORT: "problem"}, 9), ({SORT: "success"}, 4))

    told = figures(seen, {SORT: ["success", "problem", "weak-signal"]})

    assert (told.reports, told.breakdowns) == (10, {SORT: {"problem": 5}})


def test_fewer_than_five_look_like_none():
    values = {SORT: ["success", "problem", "weak-signal"]}

    few = figures(observed(({SORT: "problem"}, 4)), values)

    assert few == figures([], values)
    assert not few


def test_five_must_move_before_anything_is_told_anew():
    assert [may_be_counted(moved) for moved in (0, 4, 5)] == [False, False, True]


def told_of(values: dict[Breakdown, list[str]], *counts: tuple[int, ...]) -> str:
    """What is told where so many reports have each value of each breakdown."""
    counted = {
        one: cells(dict(zip(possible, part, strict=True)))
        for (one, possible), part in zip(values.items(), counts, strict=True)
    }
    told, most = lowered(counted, values)
    reports = min(in_fives(sum(counts[0])), most)
    return str((reports, [sorted(told[one].items()) for one in values]))


def assert_free(alike: list[tuple[int, ...]]) -> None:
    """Each number may be any of those that are told in the same way, at least five."""
    for numbers in zip(*alike, strict=True):
        least = min(numbers) - min(numbers) % LEAST
        assert set(range(least, least + LEAST)) <= set(numbers)


def test_no_figure_is_told_by_the_others_and_the_sum():
    """All ways that reports can fall into three sorts and two needs: each number may
    be any of five, whatever else is told."""
    values = {SORT: ["a", "b", "c"], NEED: ["x", UNTOLD]}
    ways = defaultdict(list)

    for sorts in product(range(10), repeat=3):
        for x in range(10):
            if 0 <= sum(sorts) - x < 10:
                needs = (x, sum(sorts) - x)
                ways[told_of(values, sorts, needs)].append((*sorts, *needs))

    for alike in ways.values():
        assert_free(alike)


def test_half_a_year_leaves_each_of_its_months_free():
    """All ways up to eleven reports in each of three months of two half years."""
    values = {
        HALF: ["2026-1", "2026-2"],
        MONTH: ["2026-05", "2026-06", "2026-07"],
    }
    ways = defaultdict(list)

    for may, june, july in product(range(10), repeat=3):
        halves = (may + june, july)
        ways[told_of(values, halves, (may, june, july))].append(
            (may, june, july, *halves)
        )

    for alike in ways.values():
        assert_free(alike)
