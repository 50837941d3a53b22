"""What somebody has reported."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from peewee import JOIN, Value, fn

from portal.accounts.models import User
from portal.db import rows
from portal.paging import Page, pages_of
from portal.reports.models import (
    KIND,
    Phenomenon,
    Progress,
    Report,
    ReportState,
    Sort,
)
from portal.reports.steps import reached
from portal.search.queries import Name, names

ON_A_PAGE = 20


@dataclass(frozen=True)
class Mine:
    """One's own report; `told_in` is the phenomenon that everybody may read."""

    number: str
    sort: Sort
    seen: str
    language: str
    state: ReportState
    received_at: datetime
    progress: Progress | None
    phenomenon: int | None
    every: int
    told_in: Name | None = None

    @property
    def step(self) -> str:
        return reached(self.state, self.progress)


def own(author: User, language: str, number: int) -> Page[Mine]:
    """A page of them, newest first. One statement, two past the last page, and one for
    the phenomena where there are some."""
    found = read(author, number)
    if not found and number > 1:
        number, found = 1, read(author, 1)
    ids = sorted({row.phenomenon for row in found if row.phenomenon})
    titles = names(KIND, ids, language) if ids else {}
    told = [replace(row, told_in=titles.get(row.phenomenon or 0)) for row in found]
    return Page(told, number, pages_of(found[0].every if found else 0, ON_A_PAGE))


def read(author: User, number: int) -> list[Mine]:
    part, whole = Phenomenon.alias(), Phenomenon.alias()
    query: Any = (
        Report.select(
            Report.number,
            Report.sort,
            Report.seen,
            Report.language,
            Report.state,
            Report.received_at,
            fn.COALESCE(whole.progress, part.progress)
            .python_value(as_progress)
            .alias("progress"),
            fn.COALESCE(whole.id, part.id).alias("phenomenon"),
            fn.COUNT(Value(1)).over().alias("every"),
        )
        .join(part, JOIN.LEFT_OUTER, on=part.id == Report.phenomenon)
        .join(whole, JOIN.LEFT_OUTER, on=whole.id == part.joined)
        .where(Report.author == author)
        .order_by(Report.received_at.desc(), Report.id.desc())
        .paginate(number, ON_A_PAGE)
    )
    return rows(query, Mine)


def as_progress(value: str | None) -> Progress | None:
    return Progress(value) if value else None
