"""A phenomenon as a page."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.reports.models import Phenomenon, PhenomenonStep, Progress
from portal.reports.queries.held import Held
from portal.reports.queries.phenomena import Listed, listed
from portal.reports.queries.texts import words
from portal.reports.snapshots import ANSWER, snapshot
from portal.reports.stages import ORDER, steps_back


@dataclass(frozen=True)
class Step:
    """When it came so far, or back so far. `note` is for those who keep it."""

    progress: Progress
    on: date
    back: bool
    note: str
    language: str


@dataclass(frozen=True)
class Page:
    """`answers` are the texts of the answer, the action and the effect, each with the
    language it is in; those not reached yet are left out."""

    listed: Listed
    public: bool
    steps: list[Step]
    ahead: list[Progress]
    answers: dict[str, tuple[str, str]]


REACHED = dict(
    zip(
        ANSWER,
        (Progress.ANSWERED, Progress.ACTED_ON, Progress.EFFECT_FOLLOWED),
        strict=True,
    )
)


def page(held: Held, language: str) -> Page:
    """Five statements."""
    [one] = listed(Phenomenon.id == held.id)
    reached = ORDER.index(one.progress)
    stands = snapshot(held.row)
    there = {
        name: words(stands, name, language)
        for name, since in REACHED.items()
        if ORDER.index(since) <= reached
    }
    return Page(
        one,
        bool(held.row.public),
        steps(held.id),
        ORDER[reached + 1 :],
        {name: text for name, text in there.items() if text},
    )


def steps(phenomenon_id: int) -> list[Step]:
    rows: Any = (
        PhenomenonStep.select()
        .where(PhenomenonStep.phenomenon == phenomenon_id)
        .order_by(PhenomenonStep.on, PhenomenonStep.id)
    )
    found: list[Step] = []
    for row in rows:
        back = bool(found) and steps_back(found[-1].progress, row.progress)
        found.append(Step(row.progress, row.on, back, row.note, row.language))
    return found
