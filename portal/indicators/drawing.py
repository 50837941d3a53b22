"""A trend as lines, drawn on the server. Shares are drawn from none to all, other
figures from nought, so that a small change looks small."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from portal.indicators.counted import Unit
from portal.indicators.queries.series import Point, Series

WIDTH, HEIGHT = 240, 48
ALL = 100


@dataclass(frozen=True)
class Trend:
    """`lines` are points of polylines; a line ends where too few were counted or the
    formula changed. `last` is where the newest figure stands."""

    lines: list[str]
    last: tuple[float, float] | None


def trend(series: Series) -> Trend:
    levels = [one.level for one in series.points if one.level is not None]
    if not levels:
        return Trend([], None)
    top = ALL if series.now.unit is Unit.SHARE else max(*levels, 1)
    first, last = series.points[0].on, series.now.on
    days = max((last - first).days, 1)

    def place(one: Point) -> tuple[float, float]:
        x = WIDTH * (one.on - first).days / days if first != last else WIDTH
        return round(x, 1), round(HEIGHT * (1 - (one.level or 0) / top), 1)

    newest = place(series.now) if series.now.level is not None else None
    return Trend([drawn([place(p) for p in run]) for run in runs(series)], newest)


def runs(series: Series) -> Iterator[list[Point]]:
    """What may be joined by one line."""
    for (_formula, empty), points in groupby(
        series.points, key=lambda one: (one.formula, one.level is None)
    ):
        if not empty:
            yield list(points)


def drawn(places: list[tuple[float, float]]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in places)
