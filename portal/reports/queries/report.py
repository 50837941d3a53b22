"""One report, for who wrote it and for those who read reports."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from peewee import JOIN, fn

from portal.accounts.models import User
from portal.db import local_day, tuples
from portal.directory.queries.named import Named, named
from portal.moderation.models import Decision
from portal.moderation.queries import Verdict, verdicts
from portal.reports.models import (
    KIND,
    REPORT,
    Gathering,
    Phenomenon,
    PhenomenonStep,
    Progress,
    Report,
    ReportState,
)
from portal.reports.numbers import as_written
from portal.reports.steps import reached
from portal.screening.screen import tells_danger
from portal.search.queries import Name, names

READ = ReportState.DE_IDENTIFIED.value


@dataclass(frozen=True)
class Found:
    """A report as the policy asks about it. `days` are when it came to each step,
    `phenomenon` is where it is told with others, `told_in` that one where everybody
    may read it."""

    report: Report
    mine: bool
    decided: Verdict | None = None
    days: dict[str, date] = field(default_factory=dict)
    phenomenon: Any = None
    told_in: Name | None = None
    service: Named | None = None

    @property
    def id(self) -> int:
        return int(self.report.id)

    @property
    def step(self) -> str:
        progress = self.phenomenon.progress if self.phenomenon else None
        return reached(self.report.state, progress)

    @property
    def worries(self) -> bool:
        """Whether it waits for a moderator and tells of danger."""
        row = self.report
        waits = self.mine and row.state is ReportState.RECEIVED
        return waits and tells_danger(row.seen, row.consequence, row.tried)


def by_number(number: str, me: User | None) -> Found | None:
    """Bare: whose it is, and nothing around it. One statement."""
    row = Report.get_or_none(Report.number == as_written(number))
    if row is None:
        return None
    return Found(row, mine=me is not None and row.author == me.id)


def with_all(found: Found, language: str) -> Found:
    """With what was decided and how far it came. At most six statements."""
    row = found.report
    decided = verdicts(REPORT, [row.id]).get(row.id)
    whole = phenomenon_of(row)
    titles = names(KIND, [whole.id], language) if whole and whole.public else {}
    services = named([row.service], language) if row.service else {}
    return Found(
        row,
        found.mine,
        decided,
        days_of(row, decided, whole),
        whole,
        next(iter(titles.values()), None),
        services.get(row.service or 0),
    )


def phenomenon_of(row: Report) -> Any:
    """The phenomenon it is in, or the one that this was joined with."""
    if row.phenomenon is None:
        return None
    part: Any = Phenomenon.alias()
    return (
        Phenomenon.select()
        .join(part, JOIN.INNER, on=fn.COALESCE(part.joined, part.id) == Phenomenon.id)
        .where(part.id == row.phenomenon)
        .first()
    )


def days_of(row: Report, decided: Verdict | None, whole: Any) -> dict[str, date]:
    days = {ReportState.RECEIVED.value: local_day(row.received_at)}
    if decided and decided.decision is Decision.PUBLISH and decided.decided_at:
        days[READ] = local_day(decided.decided_at)
    if whole is None:
        return days
    these = (Gathering.report == row.id) & Gathering.undone_at.is_null()
    moved: datetime | None = (
        Gathering.select(fn.MIN(Gathering.moved_at)).where(these).scalar()
    )
    steps = PhenomenonStep.select(PhenomenonStep.progress, PhenomenonStep.on).where(
        PhenomenonStep.phenomenon == whole.id
    )
    days |= {
        progress.value: on
        for progress, on in tuples(steps.order_by(PhenomenonStep.id))
        if progress is not Progress.GATHERED
    }
    if moved:
        days[Progress.GATHERED.value] = local_day(moved)
    return days
