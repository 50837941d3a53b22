"""What a count gives, before and after small numbers are left out. This knows no
database."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from statistics import median

from portal.suppression import LEAST

WHOLE = ""
"""In the place of a municipality: the whole region."""


class Unit(StrEnum):
    """A share of `n`, the median in days of `n`, or a number."""

    SHARE = "share"
    DAYS = "days"
    NUMBER = "number"


class Aim(StrEnum):
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True)
class Counted:
    """One figure: of the whole region or of a municipality by its code, whole or one
    part of it."""

    value: float | None
    n: int | None
    area: str = WHOLE
    part: str = ""


def told(unit: Unit, figures: Iterable[Counted]) -> Iterator[Counted]:
    """The figures that may be kept: those of fewer than five are emptied, so that
    nothing tells them later."""
    for figure in figures:
        few = figure.value if unit is Unit.NUMBER else figure.n
        enough = few is not None and (few >= LEAST or (unit is Unit.NUMBER and not few))
        yield figure if enough else replace(figure, value=None, n=None)


def settled(
    figures: Iterable[Counted], before: Mapping[tuple[str, str], Counted]
) -> Iterator[Counted]:
    """Shares as they were told `before`, by area and part, until five or more have come
    to them or gone: fewer could be told from the difference."""
    for figure in figures:
        was = before.get((figure.area, figure.part))
        stands = was and figure.value is not None and moved(figure, was) < LEAST
        yield was if was and stands else figure


def moved(one: Counted, other: Counted) -> float:
    """How many at least have come or gone between two shares."""
    held = (one.value or 0) - (other.value or 0)
    whole = (one.n or 0) - (other.n or 0)
    return abs(held) + abs(whole - held)


def middle(days: Iterable[int], area: str = WHOLE) -> Counted:
    """The median of these days."""
    each = list(days)
    return Counted(float(median(each)) if each else None, len(each), area)
