"""What follows from any assumptions."""

from decimal import Decimal
from itertools import product as pairs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.costs.reckoning import FREE, Cost, Range, cost, difference, total

pytestmark = pytest.mark.no_database

NUMBERS = st.decimals(0, 999_999_999, places=2)
RANGES = st.lists(NUMBERS, min_size=3, max_size=3).map(lambda n: Range(*sorted(n)))
LINES = st.tuples(RANGES, RANGES, RANGES, RANGES)
SAME = st.tuples(*[st.booleans()] * 4)


def ends(found):
    return found.low, found.likely, found.high


def at(*figures):
    return [Range(*map(Decimal, told.split())) for told in figures]


def test_cost_is_persons_times_use_times_price_times_share():
    line = at("200 210 220", "5 6 7", "90 95 100", "40 40 40")

    assert cost(line) == Cost(36_000, 47_880, 61_600)


@pytest.mark.parametrize(("price", "euros"), [("0.49", 0), ("0.5", 1), ("1.5", 2)])
def test_half_a_euro_is_rounded_up(price, euros):
    assert cost(at("1 1 1", "1 1 1", f"{price} " * 3, "100 100 100")).likely == euros


def test_longest_figures_lose_nothing():
    most = "999999999.99 " * 3

    found = cost(at(most, most, most, "100 100 100")).likely

    assert found == 10**27 - 3 * 10**16 + 3 * 10**5


@given(LINES)
def test_likely_lies_between_the_ends(line):
    low, likely, high = ends(cost(line))

    assert low <= likely <= high


@given(LINES, NUMBERS)
def test_no_assumption_that_grows_makes_it_cheaper(line, more):
    before = cost(line)

    for place in range(4):
        one = line[place]
        larger = Range(one.low + more, one.likely + more, one.high + more)
        after = cost([*line[:place], larger, *line[place + 1 :]])
        assert all(a >= b for a, b in zip(ends(after), ends(before), strict=True))


@given(st.lists(LINES, max_size=5))
def test_rounded_lines_add_up_to_their_total(lines):
    costs = [cost(line) for line in lines]

    assert ends(total(costs)) == tuple(
        sum(column) for column in zip((0, 0, 0), *map(ends, costs), strict=True)
    )


@given(LINES, LINES, SAME)
def test_difference_is_that_of_the_likely_costs_between_its_ends(one, other, same):
    other = [a if s else b for a, b, s in zip(one, other, same, strict=True)]

    found = difference(one, other, same)

    assert found.likely == cost(one).likely - cost(other).likely
    assert found.low <= found.likely <= found.high


@given(LINES, LINES)
def test_difference_reaches_whatever_the_assumptions_can(one, other):
    found = difference(one, other, [False] * 4)

    for a, b in pairs(ends(cost(one)), ends(cost(other))):
        assert found.low - 1 <= a - b <= found.high + 1


@given(LINES)
def test_what_is_assumed_alike_makes_no_difference(line):
    assert difference(line, line, [True] * 4) == FREE


def test_difference_knows_what_both_share():
    one = at("10 20 30", "1 1 2", "100 100 100", "100 100 100")
    first = at("10 20 30", "2 3 4", "100 100 100", "100 100 100")

    assert difference(one, first, [True, False, True, True]) == Cost(-9000, -4000, 0)
    assert difference(one, first, [False] * 4) == Cost(-11000, -4000, 4000)
