"""Phenomena as everybody reads them: the list, and how many were answered in time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from portal.db import local_day, today
from portal.directory.models import CHANGES as DIRECTORY
from portal.directory.queries.names import in_language, names
from portal.memory import remembered
from portal.reports.models import (
    CHANGES,
    Phenomenon,
    PhenomenonText,
    Progress,
)
from portal.reports.queries.figures import told
from portal.reports.queries.publicity import is_public
from portal.reports.queries.texts import title
from portal.reports.tally import NO_FIGURES, UNTOLD, Breakdown, Figures
from portal.vocabulary.queries import CHANGES as WORDS
from portal.vocabulary.queries import vocabulary

__all__ = ["CHANGES", "DIRECTORY", "WORDS"]

DAYS_TO_ANSWER = 90
PERCENT = 100


@dataclass(frozen=True)
class Listed:
    """A phenomenon in a list; its words by language."""

    id: int
    slug: str
    titles: dict[str, str]
    summaries: dict[str, str]
    progress: Progress
    team: int | None
    taken_up_on: date | None
    due_on: date | None
    answered_on: date | None
    made_on: date
    figures: Figures
    counted_on: date | None = None
    public: bool = True
    answers: dict[str, str] = field(default_factory=dict)

    @property
    def late(self) -> bool:
        """Whether an answer should have come before today and has not."""
        waits = self.progress is Progress.TAKEN_UP and self.due_on is not None
        return waits and self.due_on < today()  # type: ignore[operator]

    @property
    def answered_late(self) -> bool:
        both = self.answered_on is not None and self.due_on is not None
        return both and self.answered_on > self.due_on  # type: ignore[operator]

    def title(self, language: str) -> tuple[str, str]:
        return title(self.titles, language) or (self.slug, language)

    def summary(self, language: str) -> tuple[str, str] | None:
        return title(self.summaries, language)

    def answer(self, language: str) -> tuple[str, str] | None:
        return title(self.answers, language) if self.answered_on else None

    def body(self, language: str) -> tuple[str, str] | None:
        """The team that must answer, and the language of its name."""
        texts = names().teams.get(self.team or 0)
        return in_language(texts, language) if texts else None

    def tells(self, breakdown: Breakdown, value: str) -> bool:
        """Whether five reports or more are told to have this value."""
        return value in self.figures.breakdowns.get(breakdown, {})


@dataclass(frozen=True)
class Share:
    """How many of `n` were answered within 90 days of being taken up. Those that were
    taken up later than that are not counted yet."""

    n: int
    in_time: int

    @property
    def percent(self) -> int | None:
        return round(PERCENT * self.in_time / self.n) if self.n else None


@dataclass(frozen=True)
class Wish:
    """What a list is narrowed by."""

    need: str = ""
    area: str = ""
    progress: str = ""

    def fits(self, one: Listed) -> bool:
        return (
            (not self.need or one.tells(Breakdown.NEED, self.need))
            and (not self.area or one.tells(Breakdown.AREA, self.area))
            and (not self.progress or one.progress.value == self.progress)
        )


@remembered(CHANGES)
def public() -> tuple[Listed, ...]:
    """All that everybody may read, the newest first. Three statements."""
    return tuple(listed(is_public()))


def listed(these: Any) -> Iterator[Listed]:
    rows: list[Any] = list(
        Phenomenon.select()
        .where(these)
        .order_by(Phenomenon.made_at.desc(), Phenomenon.id.desc())
    )
    ids = [row.id for row in rows]
    counted = told(ids)
    texts: Iterable[Any] = PhenomenonText.select(
        PhenomenonText.phenomenon,
        PhenomenonText.language,
        PhenomenonText.title,
        PhenomenonText.summary,
        PhenomenonText.answer,
    ).where(PhenomenonText.phenomenon.in_(ids))
    written: dict[int, list[Any]] = {key: [] for key in ids}
    for text in texts:
        written[text.phenomenon].append(text)
    for row in rows:
        there = counted.get(row.id)
        yield Listed(
            row.id,
            row.slug,
            {text.language: text.title for text in written[row.id]},
            {text.language: text.summary for text in written[row.id]},
            row.progress,
            row.team,
            row.taken_up_on,
            row.due_on,
            row.answered_on,
            local_day(row.made_at),
            there.figures if there else NO_FIGURES,
            there.counted_on if there else None,
            row.public,
            {text.language: text.answer for text in written[row.id]},
        )


def share(every: Iterable[Listed], day: date) -> Share:
    """Of those whose 90 days were over before this day."""
    ended = [
        one
        for one in every
        if one.taken_up_on and one.taken_up_on + timedelta(DAYS_TO_ANSWER) < day
    ]
    in_time = [
        one
        for one in ended
        if one.taken_up_on
        and one.answered_on
        and one.answered_on <= one.taken_up_on + timedelta(DAYS_TO_ANSWER)
    ]
    return Share(len(ended), len(in_time))


def choices(breakdown: Breakdown, every: Iterable[Listed]) -> dict[str, dict[str, str]]:
    """The values that are told of any, with their labels by language."""
    there = {
        value for one in every for value in one.figures.breakdowns.get(breakdown, {})
    }
    scheme = {Breakdown.NEED: "need", Breakdown.AREA: "area"}[breakdown]
    words = {
        word.code: word.labels
        for word in vocabulary().words.values()
        if word.scheme == scheme
    }
    return {
        code: labels
        for code, labels in words.items()
        if code in there and code != UNTOLD
    }
