"""What moderation has done in a year, in figures that tell of no handful of people.

A year is told as far as its ended months. A figure grows only when at least five more
have come, so that two visits in different months don't tell of fewer by subtraction.
Breakdowns are told once, when the year has ended, never crossed with each other, and
only the groups that can't be reckoned from the others (`portal.suppression`)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache

from peewee import fn

from portal.db import database, local_day, rows, today, tuples
from portal.i18n import LANGUAGES
from portal.moderation.kinds import KINDS
from portal.moderation.models import Case, Cause, Decision
from portal.moderation.queries.log import begins
from portal.suppression import LEAST, shown

HALF = 0.5
NINETY = 0.9
ENDS = ("publish", "return", "hide")
OUTCOMES = {
    Cause.WRITTEN: ENDS,
    Cause.FLAGGED: ENDS,
    Cause.APPEALED: ("publish", "uphold"),
}


@dataclass(frozen=True)
class Decided:
    """What is counted of one case."""

    cause: Cause
    kind: str
    language: str
    decision: Decision
    opened_at: datetime
    decided_at: datetime

    @property
    def waited(self) -> timedelta:
        return self.decided_at - self.opened_at


Groups = dict[str, int | None]
"""How many in each group; none where it is not told."""


@dataclass(frozen=True)
class Part:
    """What was decided of cases of one cause: how many in all, or none where fewer
    than five, half and nine in ten of them within how long, and by groups."""

    cause: Cause
    total: int | None
    half: timedelta | None = None
    most: timedelta | None = None
    outcomes: Groups = field(default_factory=dict)
    kinds: Groups = field(default_factory=dict)
    languages: Groups = field(default_factory=dict)


@dataclass(frozen=True)
class Tally:
    """A year as it is told. `through` is the last day that is counted, none before the
    first month has ended."""

    year: int
    years: list[int]
    through: date | None
    parts: list[Part]

    @property
    def ended(self) -> bool:
        """Whether the year is over, so that breakdowns are told."""
        return self.through == date(self.year, 12, 31)


def tally(year: int | None = None) -> Tally | None:
    """The figures of this year or of an earlier one; none of a year there is not."""
    month = today().replace(day=1)
    years = list(range(month.year, first_year(month) - 1, -1))
    year = year or month.year
    if year not in years:
        return None
    until = min(month, date(year + 1, 1, 1))
    if until.year == year and until.month == 1:
        return Tally(year, years, None, [])
    through = until - timedelta(days=1)
    parts = list(counted(id(database.obj), year, until))
    return Tally(year, years, through, parts)


@lru_cache(maxsize=16)
def first_year(month: date) -> int:
    """The year of the first decision. Asked once a month."""
    [(first,)] = tuples(
        Case.select(fn.MIN(Case.decided_at)).where(Case.decision.is_null(False))
    )
    return local_day(first).year if first else month.year


@lru_cache(maxsize=16)
def counted(_database: int, year: int, until: date) -> tuple[Part, ...]:
    """The figures of a year through the day before `until`. Reckoned once a month: what
    was told stays told."""
    within = (Case.decided_at >= begins(date(year, 1, 1))) & (
        Case.decided_at < begins(until)
    )
    found = rows(
        Case.select(
            Case.cause,
            Case.kind,
            Case.language,
            Case.decision,
            Case.opened_at,
            Case.decided_at,
        )
        .where(within, Case.decision.is_null(False))
        .order_by(Case.decided_at),
        Decided,
    )
    ended = until.year > year
    return tuple(
        part(cause, [one for one in found if one.cause is cause], ended=ended)
        for cause in Cause
    )


def part(cause: Cause, cases: Sequence[Decided], *, ended: bool) -> Part:
    told = grown(cases)
    if not told:
        return Part(cause, None)
    waits = sorted(one.waited for one in told)
    half, most = quantile(waits, HALF), quantile(waits, NINETY)
    if not ended:
        return Part(cause, len(told), half, most)
    return Part(
        cause,
        len(told),
        half,
        most,
        groups(OUTCOMES[cause], map(outcome, told)),
        groups(KINDS, (one.kind for one in told)),
        groups(LANGUAGES, (one.language for one in told)),
    )


def grown(cases: Sequence[Decided]) -> list[Decided]:
    """The cases that are told of: those of months up to the last at whose end at least
    five had come since the one before."""
    told: list[Decided] = []
    coming: list[Decided] = []
    for month in by_month(cases):
        coming += month
        if len(coming) >= LEAST:
            told, coming = told + coming, []
    return told


def by_month(cases: Sequence[Decided]) -> Iterator[list[Decided]]:
    months: dict[date, list[Decided]] = {}
    for one in cases:
        month = local_day(one.decided_at).replace(day=1)
        months.setdefault(month, []).append(one)
    for month in sorted(months):
        yield months[month]


def groups(names: Iterable[str], found: Iterable[str]) -> Groups:
    """How many there are of each of these names. A handful looks like none, unless the
    others tell that there is none."""
    told = Counter(found)
    counts = {name: told[name] for name in [*names, *sorted(set(told) - set(names))]}
    open_ones = shown(counts)
    rest = sum(counts[name] for name in counts if name not in open_ones)
    hidden = None if rest or not open_ones else 0
    return {name: counts[name] if name in open_ones else hidden for name in counts}


def outcome(case: Decided) -> str:
    merged = case.decision is Decision.MERGE
    return (Decision.PUBLISH if merged else case.decision).value


def quantile(waits: Sequence[timedelta], share: float) -> timedelta:
    """The shortest time within which this share of them were read."""
    place = -(-len(waits) * share // 1)
    return waits[max(int(place), 1) - 1]
