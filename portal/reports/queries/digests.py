"""Twice a year: what reports came to in half a year, as it was counted when that was
over. It tells nothing that the pages of phenomena did not tell on that day."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from portal.reports.models import Digest, Phenomenon, PhenomenonStep, Progress
from portal.reports.queries.figures import read, written
from portal.reports.queries.phenomena import Listed, Share, public, share
from portal.reports.stages import ORDER
from portal.reports.tally import Breakdown, Figures

ENDS = {1: (6, 30), 2: (12, 31)}


@dataclass(frozen=True, order=True)
class Half:
    year: int
    half: int

    @property
    def first(self) -> date:
        return date(self.year, 1 if self.half == 1 else 7, 1)

    @property
    def last(self) -> date:
        return date(self.year, *ENDS[self.half])

    @property
    def name(self) -> str:
        return f"{self.year}-{self.half}"

    @property
    def before(self) -> "Half":
        return Half(self.year, 1) if self.half > 1 else Half(self.year - 1, 2)


@dataclass(frozen=True)
class Told:
    """What was told of one phenomenon: how many of its reports came within the half
    year, its figures, how far it was when that was over, and which steps it took."""

    phenomenon: Listed
    reports: int
    figures: Figures
    progress: Progress
    steps: list[Progress]


@dataclass(frozen=True)
class HalfYear:
    """`gone` are those of it that everybody may read no more."""

    half: Half
    counted_on: date
    told: list[Told]
    gone: int
    share: Share

    @property
    def sums(self) -> dict[Breakdown, Counter[str]]:
        """Sums of what is told: so they tell no more than that."""
        found: dict[Breakdown, Counter[str]] = {b: Counter() for b in Breakdown}
        for one in self.told:
            for breakdown, cells in one.figures.breakdowns.items():
                found[breakdown].update(cells)
        return found

    def with_step(self, step: Progress) -> list[Told]:
        return [one for one in self.told if step in one.steps]


def half_of(day: date) -> Half:
    return Half(day.year, 1 if day.month <= ENDS[1][0] else 2)


def halves() -> list[tuple[Half, date]]:
    """Those that were counted, the newest first, and when. One statement."""
    rows: Iterable[Any] = Digest.select(
        Digest.year, Digest.half, Digest.counted_on
    ).order_by(Digest.year.desc(), Digest.half.desc())
    return [(Half(row.year, row.half), row.counted_on) for row in rows]


def digest(half: Half) -> HalfYear | None:
    """One statement, and those of the list of phenomena."""
    row: Any = Digest.get_or_none(Digest.year == half.year, Digest.half == half.half)
    if row is None:
        return None
    kept = json.loads(row.figures)
    open_now = {one.id: one for one in public()}
    told = [
        Told(
            open_now[one["id"]],
            one["reports"],
            read(json.dumps(one["figures"]) if one["figures"] else ""),
            Progress(one["progress"]),
            [Progress(step) for step in one["steps"]],
        )
        for one in kept["phenomena"]
        if one["id"] in open_now
    ]
    return HalfYear(
        half,
        row.counted_on,
        told,
        len(kept["phenomena"]) - len(told),
        Share(kept["n"], kept["in_time"]),
    )


def as_it_stands(half: Half) -> dict[str, Any]:
    """What is to be kept of a half year that is over. Phenomena that had begun by its
    last day, and were told of or took a step within it."""
    every = [one for one in public() if one.made_on <= half.last]
    steps: dict[int, list[tuple[date, Progress]]] = {one.id: [] for one in every}
    rows: Iterable[Any] = (
        PhenomenonStep.select(
            PhenomenonStep.phenomenon, PhenomenonStep.progress, PhenomenonStep.on
        )
        .join(Phenomenon)
        .where(PhenomenonStep.on <= half.last)
        .order_by(PhenomenonStep.on, PhenomenonStep.id)
    )
    for row in rows:
        if row.phenomenon in steps:
            steps[row.phenomenon].append((row.on, row.progress))
    return {
        "phenomena": [
            one
            for listed in every
            if (one := of_one(listed, steps[listed.id], half)) is not None
        ],
        **counted(share(every, half.last + timedelta(1))),
    }


def of_one(
    listed: Listed, steps: list[tuple[date, Progress]], half: Half
) -> dict[str, Any] | None:
    reports = listed.figures.breakdowns.get(Breakdown.HALF, {}).get(half.name, 0)
    within = {progress.value for on, progress in steps if on >= half.first}
    if not reports and not within:
        return None
    return {
        "id": listed.id,
        "reports": reports,
        "figures": json.loads(written(listed.figures)) if listed.figures else None,
        "progress": steps[-1][1].value if steps else Progress.GATHERED.value,
        "steps": [step.value for step in ORDER if step.value in within],
    }


def counted(found: Share) -> dict[str, int]:
    return {"n": found.n, "in_time": found.in_time}
