from datetime import date
from decimal import Decimal

import pytest

from portal.pilots.charts import BOTTOM, LINE_HEIGHT, TOP, apart, chart, rounded_up
from portal.pilots.figures import Figure, Point
from portal.pilots.models import Aim, Unit
from portal.pilots.queries.results import Line, MeasureResults
from portal.pilots.queries.shelf import ShelvedMeasure, ShelvedSite

pytestmark = pytest.mark.no_database

SITE = ShelvedSite(1, 1, "", "")


def drawn(unit: Unit, *levels: int, **fixed: Decimal):
    values = {"baseline": None, "target": None} | fixed
    measure = ShelvedMeasure(
        1, unit, Aim.UP, values["baseline"], None, values["target"], {}, {}
    )
    points = [
        Point((date(2026, 1, 1 + number),), Figure(unit, 10, Decimal(level), 1))
        for number, level in enumerate(levels)
    ]
    return chart(MeasureResults(measure, [Line(SITE, points, 0)]))


def test_share_is_drawn_from_none_to_all():
    found = drawn(Unit.SHARE, 0, 10)

    assert [y for _x, y in found.lines[0].places] == [BOTTOM, TOP]


def test_only_point_stands_in_the_middle():
    assert drawn(Unit.MEAN, 10).lines[0].places == [(228, TOP)]


def test_chart_reaches_as_high_as_what_it_is_to_reach():
    found = drawn(Unit.MEAN, 10, target=Decimal(40))

    assert (found.most, found.target) == (50, 48)


def test_figures_of_nought_are_drawn_too():
    assert rounded_up([Decimal(0)]) == 1


def test_labels_never_cover_each_other():
    assert apart({"baseline": 50.0, "target": 48.0}) == [
        ("target", 48.0),
        ("baseline", 48.0 + LINE_HEIGHT),
    ]
    assert apart({"baseline": None, "target": None}) == []
