"""Results drawn on the server, as places in a picture. This knows no database."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from portal.pilots.figures import Point
from portal.pilots.models import Unit
from portal.pilots.queries.results import Line, MeasureResults, Results
from portal.pilots.queries.shelf import ShelvedSite

WIDTH, HEIGHT = 480, 200
TOP, BOTTOM, RIGHT, LEFT = 16, 176, 396, 60
LINE_HEIGHT = 18
DASHES = ("none", "7 4", "2 4", "12 4 2 4", "4 8")
SHAPES = (
    "m-5,0 a5,5 0 1,0 10,0 a5,5 0 1,0 -10,0",
    "m-5,-5 h10 v10 h-10 z",
    "m0,-6 6,11 h-12 z",
    "m0,-7 7,7 -7,7 -7,-7 z",
    "m-6,-5 h12 l-6,11 z",
)
MOST_PLACES = len(SHAPES)
FULL_SHARE = Decimal(100)


@dataclass(frozen=True)
class Drawn:
    """One site: the places its line goes through, how it is dashed, and the shape that
    marks each."""

    site: ShelvedSite
    places: list[tuple[float, float]]
    dash: str
    shape: str

    @property
    def line(self) -> str:
        return " ".join(f"{x:g},{y:g}" for x, y in self.places)


@dataclass(frozen=True)
class Chart:
    """Nought stands at `bottom`, `most` at `top`; how high baseline and target stand,
    where there are any, and their `labels` so that none covers another."""

    most: Decimal
    baseline: float | None
    target: float | None
    lines: list[Drawn]
    labels: list[tuple[str, float]]
    width: int = WIDTH
    height: int = HEIGHT
    top: int = TOP
    bottom: int = BOTTOM
    left: int = LEFT
    right: int = RIGHT


def charts(results: Results) -> dict[int, Chart]:
    """By measure; only of those of which something is shown."""
    return {
        told.measure.id: chart(told)
        for told in results.measures
        if any(line.points for line in told.lines)
    }


def chart(told: MeasureResults) -> Chart:
    measure = told.measure
    points = [point for line in told.lines for point in line.points]
    levels = [point.figure.value for point in points]
    marked = [
        level for level in (measure.baseline, measure.target) if level is not None
    ]
    most = FULL_SHARE if measure.unit is Unit.SHARE else rounded_up([*levels, *marked])
    days = sorted({point.periods[-1].toordinal() for point in points})
    shown = [line for line in told.lines if line.points]
    baseline, target = height(measure.baseline, most), height(measure.target, most)
    return Chart(
        most,
        baseline,
        target,
        [
            Drawn(
                line.site,
                places(line, days, most),
                DASHES[number % MOST_PLACES],
                SHAPES[number % MOST_PLACES],
            )
            for number, line in enumerate(shown)
        ],
        apart({"baseline": baseline, "target": target}),
    )


def apart(levels: dict[str, float | None]) -> list[tuple[str, float]]:
    """Where each is written, from the top down, a line's height from the next."""
    known = sorted((y, name) for name, y in levels.items() if y is not None)
    found: list[tuple[str, float]] = []
    for y, name in known:
        lowest = found[-1][1] + LINE_HEIGHT if found else y
        found.append((name, max(y, lowest)))
    return found


def places(line: Line, days: Sequence[int], most: Decimal) -> list[tuple[float, float]]:
    return [
        (across(point, days), up(point.figure.value, most)) for point in line.points
    ]


def across(point: Point, days: Sequence[int]) -> float:
    whole = days[-1] - days[0]
    if not whole:
        return (LEFT + RIGHT) / 2
    share = (point.periods[-1].toordinal() - days[0]) / whole
    return round(LEFT + 12 + (RIGHT - LEFT - 24) * share, 1)


def height(level: Decimal | None, most: Decimal) -> float | None:
    return None if level is None else up(level, most)


def up(level: Decimal, most: Decimal) -> float:
    return round(BOTTOM - (BOTTOM - TOP) * float(level / most), 1)


def rounded_up(levels: Sequence[Decimal]) -> Decimal:
    """The first of 1, 2, 5, 10, 20, 50 … that none of these is over."""
    highest, step = max(levels), Decimal(1)
    while True:
        for part in (1, 2, 5):
            if step * part >= highest:
                return step * part
        step *= 10
