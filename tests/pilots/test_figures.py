"""Nothing that is shown tells of fewer than five, by subtraction or over time."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.pilots.figures import Figure, Point, Told, points, summed
from portal.pilots.models import Unit

pytestmark = pytest.mark.no_database

FIRST = date(2026, 1, 5)


def on(week: int) -> date:
    return FIRST + timedelta(weeks=week)


def told(week: int, n: int, total: int, since: int | None = None) -> Told:
    order = (on(week + 1 if since is None else since), week)
    return Told(order, on(week), n, Decimal(total))


def shown(*figures: Told) -> list[tuple[tuple[date, ...], int, Decimal]]:
    return [
        (point.periods, point.figure.n, point.figure.total)
        for point in points(figures, Unit.MEAN)[0]
    ]


def test_five_stand_by_themselves_and_four_wait():
    found = points([told(0, 5, 12), told(1, 4, 9)], Unit.MEAN)

    assert found == ([Point((on(0),), Figure(Unit.MEAN, 5, Decimal(12), 1))], 1)


def test_small_periods_are_shown_when_five_wait_together():
    assert shown(told(0, 3, 8), told(1, 9, 20), told(2, 2, 5)) == [
        ((on(1),), 9, 20),
        ((on(0), on(2)), 5, 13),
    ]


def test_what_is_told_late_is_not_added_to_what_was_shown():
    before = shown(told(0, 3, 8), told(2, 4, 5))
    late = told(1, 2, 2, since=9)

    assert shown(told(0, 3, 8), late, told(2, 4, 5)) == before
    assert points([told(0, 3, 8), late, told(2, 4, 5)], Unit.MEAN)[1] == 1


def test_nobody_is_nothing_to_show():
    assert points([told(0, 0, 0)], Unit.SHARE) == ([], 1)


@pytest.mark.parametrize(
    ("unit", "value"),
    [(Unit.SHARE, 25), (Unit.MEAN, Decimal("0.25")), (Unit.COUNT, Decimal("2.5"))],
)
def test_value_is_of_its_unit(unit, value):
    assert Figure(unit, 20, Decimal(5), 2).value == value


def test_sum_of_nothing_is_none():
    assert summed([]) is None


SERIES = st.lists(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 40)), max_size=7),
    min_size=1,
    max_size=3,
)


def told_of(series) -> list[Told]:
    return [told(week, n, total) for week, (n, total) in enumerate(series)]


def span(rows: list[list[int]], wanted: list[int]) -> bool:
    """Whether sums of what is told make out this one."""
    matrix = [[Fraction(number) for number in row] for row in rows]
    target = [Fraction(number) for number in wanted]
    for column in range(len(wanted)):
        pivot = next((row for row in matrix if row[column]), None)
        if pivot is None:
            continue
        matrix.remove(pivot)
        matrix = [less(row, pivot, column) for row in matrix]
        target = less(target, pivot, column)
    return not any(target)


def less(row: list[Fraction], pivot: list[Fraction], column: int) -> list[Fraction]:
    share = row[column] / pivot[column]
    return [one - share * other for one, other in zip(row, pivot, strict=True)]


@given(SERIES)
def test_nothing_small_comes_out_of_all_that_was_ever_shown(sites):
    """Of every week's page, its figures by site, the sums of sites and of all: none of
    a period of a site with fewer than five people can be made out."""
    cells = [(s, week) for s, series in enumerate(sites) for week in range(len(series))]
    rows = []
    for now in range(8):
        whole = [0] * len(cells)
        for number, series in enumerate(sites):
            of_site = [0] * len(cells)
            for point in points(told_of(series)[: now + 1], Unit.MEAN)[0]:
                row = [
                    int(site == number and on(week) in point.periods)
                    for site, week in cells
                ]
                rows.append(row)
                of_site = [a + b for a, b in zip(of_site, row, strict=True)]
            rows.append(of_site)
            whole = [a + b for a, b in zip(whole, of_site, strict=True)]
        rows.append(whole)

    for place, (site, week) in enumerate(cells):
        if sites[site][week][0] < 5:
            alone = [int(number == place) for number in range(len(cells))]
            assert not span([row for row in rows if any(row)], alone)


@given(SERIES)
def test_everybody_is_counted_once(sites):
    for series in sites:
        every = told_of(series)
        found, waiting = points(every, Unit.MEAN)
        there = [day for point in found for day in point.periods]

        assert len(there) == len(set(there)) == len(every) - waiting
        assert all(point.figure.n >= 5 for point in found)
