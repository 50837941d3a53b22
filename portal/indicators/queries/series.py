"""The figures as they were taken, in the order of time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from portal.db import today, tuples
from portal.directory.reviews import months_after
from portal.indicators.counted import WHOLE, Unit
from portal.indicators.definitions import INDICATORS, Indicator
from portal.indicators.models import IndicatorSnapshot

SHOWN_MONTHS = 36
"""How far back the page of all indicators draws; the file has all."""
A_YEAR = 12

Row = tuple[str, str, str, date, int, Decimal | None, int | None]


@dataclass(frozen=True)
class Point:
    """One figure of a day; `value` is None where there were too few to tell."""

    on: date
    formula: int
    unit: Unit
    value: float | None
    n: int | None

    @property
    def level(self) -> float | None:
        """What is drawn and compared: per cent of a share, else the figure itself."""
        if self.value is None:
            return None
        if self.unit is Unit.SHARE:
            return 100 * self.value / self.n if self.n else None
        return self.value


@dataclass(frozen=True)
class Series:
    """One part of an indicator in one area, the oldest first."""

    part: str
    area: str
    points: list[Point]

    @property
    def now(self) -> Point:
        return self.points[-1]

    @property
    def before(self) -> Point | None:
        """What it was a year earlier, counted in the same way: the last one taken by
        then."""
        latest = months_after(self.now.on, -A_YEAR)
        known = [p for p in self.points if p.on <= latest and p.level is not None]
        same = known and known[-1].formula == self.now.formula
        return known[-1] if same else None


@dataclass(frozen=True)
class Standing:
    """An indicator with its figures, part by part; none where nothing was taken."""

    indicator: Indicator
    series: list[Series]

    @property
    def first(self) -> Series | None:
        return self.series[0] if self.series else None


def standings(area: str = WHOLE) -> list[Standing]:
    """Every indicator in one area."""
    since = months_after(today(), -SHOWN_MONTHS)
    found = by_series(
        rows(IndicatorSnapshot.area == area, IndicatorSnapshot.taken_on > since)
    )
    return [Standing(one, in_parts(one, found, area)) for one in INDICATORS.values()]


def standing(one: Indicator) -> tuple[Standing, list[Series]]:
    """An indicator in the whole region, and the first part of it in each municipality
    by its code."""
    found = by_series(rows(IndicatorSnapshot.code == one.code))
    places = [
        series
        for (_code, area, part), series in found.items()
        if area and part == one.parts[0]
    ]
    return Standing(one, in_parts(one, found, WHOLE)), places


def in_parts(
    one: Indicator, found: dict[tuple[str, str, str], Series], area: str
) -> list[Series]:
    return [
        found[one.code, area, part]
        for part in one.parts
        if (one.code, area, part) in found
    ]


def by_series(found: Iterable[Row]) -> dict[tuple[str, str, str], Series]:
    return {
        key: Series(key[2], key[1], [point(*row) for row in these])
        for key, these in groupby(found, key=lambda row: row[:3])
    }


def point(
    code: str,
    _area: str,
    _part: str,
    on: date,
    formula: int,
    value: Decimal | None,
    n: int | None,
) -> Point:
    known = None if value is None else float(value)
    return Point(on, formula, INDICATORS[code].unit, known, n)


def rows(*conditions: object) -> list[Row]:
    """Every figure that was taken, those of one series beside each other."""
    kept = IndicatorSnapshot
    return list(
        tuples(
            kept.select(
                kept.code,
                kept.area,
                kept.part,
                kept.taken_on,
                kept.formula,
                kept.value,
                kept.n,
            )
            .where(kept.code.in_(list(INDICATORS)), *conditions)
            .order_by(kept.code, kept.area, kept.part, kept.taken_on, kept.formula)
        )
    )
