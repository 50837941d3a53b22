"""Reports that a coordinator gathers: those in no phenomenon yet, or in one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import and_, or_
from typing import Any

from peewee import fn

from portal.db import rows, tuples
from portal.directory.queries.named import Named, named
from portal.paging import pages_of
from portal.reports.models import Gathering, PhenomenonText, Report, Sort
from portal.reports.queries.figures import counts
from portal.reports.queries.texts import title, titles
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import vocabulary

PAGE_SIZE = 25
MOST_WORDS = 5
LATEST = 8
LOOKED_AT = 10_000
READ = (Report.seen, Report.consequence, Report.tried, Report.suggestion)


@dataclass(frozen=True)
class Wish:
    """What the list is narrowed by."""

    need: str = ""
    group: str = ""
    area: str = ""
    sort: str = ""
    question: str = ""


@dataclass(frozen=True)
class Seen:
    """A report without whoever wrote it."""

    id: int
    number: str
    sort: Sort
    frequency: Any
    need: int | None
    group: int | None
    area: int | None
    service: int | None
    seen: str
    consequence: str
    tried: str
    suggestion: str
    addressee: str
    language: str
    voice: Any
    received_at: datetime


@dataclass(frozen=True)
class Some:
    """One page of the reports that fit."""

    reports: list[Seen]
    count: int
    number: int
    pages: int
    services: dict[int, Named]


@dataclass(frozen=True)
class Batch:
    """Reports that were moved together; titles are None for those in none."""

    batch: str
    reports: int
    source: tuple[str, str] | None
    target: tuple[str, str] | None
    moved_at: datetime
    undone_at: datetime | None


def waiting(wish: Wish, number: int, language: str) -> Some:
    """Those in no phenomenon yet, newest first. Three statements."""
    return some(fits(wish) & Report.phenomenon.is_null(), number, language)


def of(phenomenon_id: int, number: int, language: str) -> Some:
    return some(counts() & (Report.phenomenon == phenomenon_id), number, language)


def some(these: Any, number: int, language: str) -> Some:
    count = Report.select().where(these).count()
    pages = pages_of(count, PAGE_SIZE)
    shown = min(number, pages)
    columns = [getattr(Report, name) for name in Seen.__dataclass_fields__]
    found = rows(
        Report.select(*columns)
        .where(these)
        .order_by(Report.received_at.desc(), Report.id.desc())
        .paginate(shown, PAGE_SIZE),
        Seen,
    )
    services = {one.service for one in found if one.service}
    return Some(found, count, shown, pages, named(sorted(services), language))


def fits(wish: Wish) -> Any:
    words = vocabulary()
    these = [counts()]
    for scheme, column, code in (
        (Scheme.NEED, Report.need, wish.need),
        (Scheme.GROUP, Report.group, wish.group),
        (Scheme.AREA, Report.area, wish.area),
    ):
        if code in words.of(scheme):
            these.append(column == words.of(scheme)[code].id)
    if wish.sort in set(Sort):
        these.append(Report.sort == Sort(wish.sort))
    these += [reduce(or_, holding(word)) for word in wish.question.split()[:MOST_WORDS]]
    return reduce(and_, these)


def holding(word: str) -> list[Any]:
    """SQLite knows small letters for capital ones in English words only."""
    forms = {word, word.lower(), word.capitalize()}
    return [column.contains(form) for column in READ for form in sorted(forms)]


def latest(language: str) -> list[Batch]:
    """What was moved last, together. Two statements."""
    newest = Gathering.select(fn.MAX(Gathering.id)).scalar() or 0
    found = tuples(
        Gathering.select(
            Gathering.batch,
            fn.COUNT(Gathering.id),
            fn.MAX(Gathering.source),
            fn.MAX(Gathering.target),
            fn.MAX(Gathering.moved_at),
            fn.MAX(Gathering.undone_at),
        )
        .where(Gathering.id > newest - LOOKED_AT)
        .group_by(Gathering.batch)
        .order_by(fn.MAX(Gathering.id).desc())
        .limit(LATEST)
    )
    ids = {key for row in found for key in row[2:4] if key}
    named_ = titles_of(ids)
    return [
        Batch(
            batch,
            count,
            title(named_.get(source, {}), language) if source else None,
            title(named_.get(target, {}), language) if target else None,
            moved_at,
            undone_at,
        )
        for batch, count, source, target, moved_at, undone_at in found
    ]


def titles_of(ids: Collection[int]) -> dict[int, dict[str, str]]:
    return titles(PhenomenonText.phenomenon.in_(sorted(ids)))
