"""Taking the figures of a month. One that was taken is never taken again: what it was
counted from may change, it stays as it stood."""

from collections.abc import Collection
from datetime import date

from portal.db import bump, database, insert_all, today, tuples
from portal.indicators.counted import Counted, settled, told
from portal.indicators.definitions import INDICATORS, Indicator
from portal.indicators.models import CHANGES, IndicatorSnapshot


def take() -> int:
    """Take what has not been taken this month by the formula of today, and tell how
    many indicators that was."""
    day = today()
    with database.atomic():
        bump(CHANGES)
        due = left(INDICATORS.values(), day)
        for one in due:
            insert_all(IndicatorSnapshot, snapshots(one, day))
    return len(due)


def left(indicators: Collection[Indicator], day: date) -> list[Indicator]:
    taken = set(
        tuples(
            IndicatorSnapshot.select(
                IndicatorSnapshot.code, IndicatorSnapshot.formula
            ).where(IndicatorSnapshot.taken_on >= day.replace(day=1))
        )
    )
    return [one for one in indicators if (one.code, one.formula) not in taken]


def last(one: Indicator) -> dict[tuple[str, str], Counted]:
    """What was told last of an indicator, by area and part."""
    kept = IndicatorSnapshot
    return {
        (area, part): Counted(float(value), n, area, part)
        for area, part, value, n in tuples(
            kept.select(kept.area, kept.part, kept.value, kept.n)
            .where(kept.code == one.code, kept.formula == one.formula)
            .where(kept.value.is_null(False))
            .order_by(kept.taken_on)
        )
    }


def snapshots(one: Indicator, day: date) -> list[dict[str, object]]:
    figures = told(one.unit, one.count())
    if one.of_people:
        figures = settled(figures, last(one))
    return [
        {
            "code": one.code,
            "formula": one.formula,
            "taken_on": day,
            "area": figure.area,
            "part": figure.part,
            "value": figure.value,
            "n": figure.n,
        }
        for figure in figures
    ]
