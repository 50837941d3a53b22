from datetime import date

import pytest

from portal.indicators.counted import Unit
from portal.indicators.drawing import HEIGHT, WIDTH, trend
from portal.indicators.queries.series import Point, Series

pytestmark = pytest.mark.no_database
MAY, JUNE, JULY = (date(2026, month, 1) for month in (5, 6, 7))


def series(*points: Point) -> Series:
    return Series("", "", list(points))


def share(on: date, value: float | None, formula: int = 1) -> Point:
    return Point(on, formula, Unit.SHARE, value, None if value is None else 10)


def test_trend_draws_shares_from_none_to_all():
    drawn = trend(series(share(MAY, 0), share(JULY, 5)))

    assert drawn.lines == [f"0,{HEIGHT} {WIDTH},{HEIGHT / 2:g}"]
    assert drawn.last == (WIDTH, HEIGHT / 2)


def test_trend_breaks_where_too_few_were_counted():
    drawn = trend(series(share(MAY, 5), share(JUNE, None), share(JULY, 5)))

    assert len(drawn.lines) == 2


def test_trend_breaks_where_the_formula_changed():
    drawn = trend(series(share(MAY, 5), share(JUNE, 5, 2), share(JULY, 5, 2)))

    assert [line.count(",") for line in drawn.lines] == [1, 2]


def test_trend_of_other_figures_is_drawn_from_nought():
    days = [Point(on, 1, Unit.DAYS, value, 8) for on, value in ((MAY, 20), (JULY, 10))]

    assert trend(series(*days)).lines == [f"0,0 {WIDTH},{HEIGHT / 2:g}"]


def test_trend_of_nothing_told_draws_nothing():
    drawn = trend(series(share(MAY, None)))

    assert (drawn.lines, drawn.last) == ([], None)
