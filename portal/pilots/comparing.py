"""One pilot's places and ways of doing it side by side, on the same measures. Nothing
here is of figures that are not shown anyway, so nothing comes out by subtraction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from portal.pilots.figures import Figure, summed
from portal.pilots.models import Unit
from portal.pilots.queries.results import Line, MeasureResults, has_reached
from portal.pilots.queries.shelf import ShelvedMeasure, ShelvedSite

FEW = 30
"""With fewer people than this, a handful moves a figure a lot."""
UNEQUAL = 2
"""So many times larger is said to be another size."""
HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Row:
    """A place, or all the places of a variant. `whole` is of all periods that are
    shown, `latest` of the last of them; `waiting` periods are too small to be shown."""

    measure: ShelvedMeasure
    sites: tuple[ShelvedSite, ...]
    variant: str
    whole: Figure | None
    latest: Figure | None
    waiting: int

    @property
    def change(self) -> Decimal | None:
        if self.whole is None or self.measure.baseline is None:
            return None
        return self.whole.value - self.measure.baseline

    @property
    def reached(self) -> bool | None:
        return has_reached(self.measure, self.whole)

    @property
    def is_small(self) -> bool:
        return self.whole is not None and self.whole.n < FEW


@dataclass(frozen=True)
class Compared:
    measure: ShelvedMeasure
    sites: tuple[Row, ...]
    variants: tuple[Row, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        return self.sites + self.variants

    @property
    def sizes(self) -> tuple[int, int] | None:
        """The smallest and largest group of people among the places, if some."""
        sizes = [row.whole.n for row in self.sites if row.whole]
        return (min(sizes), max(sizes)) if sizes else None

    @property
    def is_unequal(self) -> bool:
        least, most = self.sizes or (0, 0)
        return least > 0 and most >= UNEQUAL * least

    @property
    def is_small(self) -> bool:
        return any(row.is_small for row in self.sites)

    @property
    def scale(self) -> Decimal:
        """What a whole bar stands for."""
        if self.measure.unit is Unit.SHARE:
            return HUNDRED
        known = [row.whole.value for row in self.rows if row.whole]
        fixed = [self.measure.baseline, self.measure.target]
        return max([*known, *(v for v in fixed if v is not None)], default=Decimal(0))

    def width(self, value: Decimal | None) -> float:
        """How far along the bar a value is, in per cent."""
        if value is None or self.scale <= 0:
            return 0
        along = HUNDRED * value / self.scale
        return round(float(min(max(along, Decimal(0)), HUNDRED)), 1)


def compare(results: MeasureResults) -> Compared:
    measure = results.measure
    sites = tuple(
        Row(
            measure,
            (line.site,),
            line.site.variant,
            line.whole,
            line.latest,
            line.waiting,
        )
        for line in results.lines
    )
    names = list(dict.fromkeys(line.site.variant for line in results.lines))
    several = len([name for name in names if name]) > 1
    variants = tuple(
        of_variant(measure, name, results.lines) for name in names if name and several
    )
    return Compared(measure, sites, variants)


def of_variant(measure: ShelvedMeasure, name: str, lines: Sequence[Line]) -> Row:
    these = [line for line in lines if line.site.variant == name]
    return Row(
        measure,
        tuple(line.site for line in these),
        name,
        summed(found(line.whole for line in these)),
        None,
        sum(line.waiting for line in these),
    )


def found(figures: Iterable[Figure | None]) -> list[Figure]:
    return [figure for figure in figures if figure]
