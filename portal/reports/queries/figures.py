"""What is told of a phenomenon's reports: the figures as they were counted last."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import fn

from portal.db import local_day, tuples
from portal.reports.models import (
    Frequency,
    PhenomenonCount,
    Report,
    ReportState,
    Sort,
)
from portal.reports.tally import (
    EARLIER,
    MONTHS_OF_A_HALF,
    NO_FIGURES,
    UNTOLD,
    Breakdown,
    Figures,
    Observed,
    half_of,
)
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import vocabulary

SCHEMES = {
    Breakdown.NEED: Scheme.NEED,
    Breakdown.GROUP: Scheme.GROUP,
    Breakdown.AREA: Scheme.AREA,
}


HALVES = 4


@dataclass(frozen=True)
class Counted:
    """Figures, and the day they were counted."""

    figures: Figures
    counted_on: date


def told(ids: Collection[int]) -> dict[int, Counted]:
    """The figures of these phenomena. One statement."""
    rows: Iterable[Any] = PhenomenonCount.select(
        PhenomenonCount.phenomenon, PhenomenonCount.figures, PhenomenonCount.counted_on
    ).where(PhenomenonCount.phenomenon.in_(list(ids)))
    return {row.phenomenon: Counted(read(row.figures), row.counted_on) for row in rows}


def read(written: str) -> Figures:
    if not written:
        return NO_FIGURES
    kept = json.loads(written)
    return Figures(kept["reports"], {name: kept.get(name, {}) for name in Breakdown})


def written(figures: Figures) -> str:
    return json.dumps({"reports": figures.reports, **figures.breakdowns})


def values(today: date) -> dict[Breakdown, list[str]]:
    """All values that a report may have in each breakdown. One statement at most."""
    words = vocabulary()
    by_month = [*months(today, first_month()), EARLIER]
    return {
        Breakdown.SORT: [sort.value for sort in Sort],
        Breakdown.FREQUENCY: [*(often.value for often in Frequency), UNTOLD],
        **{
            breakdown: [*words.of(scheme), UNTOLD]
            for breakdown, scheme in SCHEMES.items()
        },
        Breakdown.HALF: list(dict.fromkeys(half_of(month) for month in by_month)),
        Breakdown.MONTH: by_month,
    }


def first_month() -> date | None:
    [(first,)] = tuples(Report.select(fn.MIN(Report.received_at)))
    return local_day(first) if first else None


def months(until: date, since: date | None) -> list[str]:
    """Those of this half year and of four before, the oldest first."""
    last = until.year * 12 + until.month - 1
    first = last if since is None else since.year * 12 + since.month - 1
    begins = last - last % MONTHS_OF_A_HALF - HALVES * MONTHS_OF_A_HALF
    first = min(max(first, begins), last)
    return [f"{at // 12}-{at % 12 + 1:02}" for at in range(first, last + 1)]


def observed(
    phenomenon_id: int, possible: dict[Breakdown, list[str]]
) -> tuple[list[int], list[Observed]]:
    """The reports of a phenomenon that count, with what is counted of them."""
    words = vocabulary().words
    known = set(possible[Breakdown.MONTH])
    rows = tuples(
        Report.select(
            Report.id,
            Report.sort,
            Report.frequency,
            Report.need,
            Report.group,
            Report.area,
            Report.received_at,
        ).where(counts() & (Report.phenomenon == phenomenon_id))
    )
    seen = [
        Observed(
            {
                Breakdown.SORT: sort.value,
                Breakdown.FREQUENCY: frequency.value if frequency else UNTOLD,
                Breakdown.NEED: words[need].code if need in words else UNTOLD,
                Breakdown.GROUP: words[group].code if group in words else UNTOLD,
                Breakdown.AREA: words[area].code if area in words else UNTOLD,
                Breakdown.HALF: half_of(month),
                Breakdown.MONTH: month,
            }
        )
        for _key, sort, frequency, need, group, area, received_at in rows
        for month in [month_of(local_day(received_at), known)]
    ]
    return [row[0] for row in rows], seen


def month_of(day: date, known: set[str]) -> str:
    month = f"{day.year}-{day.month:02}"
    return month if month in known else EARLIER


def counts() -> Any:
    """Which reports are counted: those that a moderator let through."""
    return Report.state == ReportState.DE_IDENTIFIED


def in_order(figures: Figures) -> list[tuple[Breakdown, list[tuple[str, int]]]]:
    """Breakdowns of which something is told: months by time, others by number."""
    return [
        (breakdown, ordered(breakdown, cells))
        for breakdown, cells in figures.breakdowns.items()
        if cells
    ]


def ordered(breakdown: Breakdown, cells: dict[str, int]) -> list[tuple[str, int]]:
    if breakdown in {Breakdown.HALF, Breakdown.MONTH}:
        return sorted(cells.items(), key=lambda c: "" if c[0] == EARLIER else c[0])
    return sorted(cells.items(), key=lambda c: (c[0] == UNTOLD, -c[1], c[0]))
