"""What somebody is told in the portal, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from peewee import fn

from portal.db import tuples
from portal.notices.events import EVENTS, Told, told
from portal.notices.models import Notice, Topic

ON_A_PAGE = 20


@dataclass(frozen=True)
class Alike:
    """So many notices of one event on one thing, all seen or all not."""

    newest: Notice
    count: int


@dataclass(frozen=True)
class Page:
    """One page of them, and what is so of all pages."""

    found: list[Alike]
    newest: int = 0
    unseen: bool = False
    pages: int = 1


@dataclass
class Group:
    """What is told of one thing within one topic, all seen or all not."""

    topic: Topic
    unseen: bool
    happened_at: datetime
    title: str
    language: str
    sentences: list[tuple[str, str]] = field(default_factory=list)
    """Each with the address it leads to."""


@dataclass(frozen=True)
class Inbox:
    """One page of notices. `newest` is the id of the newest on any page, and `unseen`
    says whether any is; `gone` counts those on this one of which nothing can be told
    any more."""

    groups: list[Group]
    newest: int
    unseen: bool
    gone: int
    number: int
    pages: int


def inbox(keys: Sequence[str], page: int) -> Inbox:
    """The page asked for, or the first if there is nothing on it. One statement, and
    those of the features whose things are on it."""
    asked = alike(keys, page)
    if not asked.found and page > 1:
        page = 1
        asked = alike(keys, page)
    says = told([one.newest for one in asked.found])
    return Inbox(
        groups=grouped(asked.found, says),
        newest=asked.newest,
        unseen=asked.unseen,
        gone=sum(one.count for one in asked.found if one.newest.id not in says),
        number=page,
        pages=asked.pages,
    )


def alike(keys: Sequence[str], page: int) -> Page:
    """Newest first."""
    latest = (
        Notice.select(
            fn.MAX(Notice.id).alias("newest"),
            fn.COUNT(Notice.happening.distinct()).alias("alike"),
        )
        .where(Notice.recipient.in_(list(keys)))
        .group_by(
            Notice.kind,
            Notice.item_id,
            Notice.topic,
            Notice.event,
            Notice.seen_at.is_null(),
        )
    )
    rows: Any = (
        Notice.select(
            Notice,
            latest.c.alike,
            fn.COUNT(Notice.id).over().alias("every"),
            fn.COUNT(Notice.seen_at).over().alias("seen"),
            fn.MAX(Notice.id).over().alias("last"),
        )
        .join(latest, on=Notice.id == latest.c.newest)
        .order_by(Notice.id.desc())
        .paginate(page, ON_A_PAGE)
        .objects()
    )
    found = list(rows)
    if not found:
        return Page([])
    every = found[0].every
    return Page(
        [Alike(row, row.alike) for row in found],
        newest=found[0].last,
        unseen=every > found[0].seen,
        pages=-(-every // ON_A_PAGE),
    )


def grouped(found: Sequence[Alike], says: dict[int, Told]) -> list[Group]:
    """Those on one thing and topic stand together where the newest of them stands."""
    groups: dict[object, Group] = {}
    for one in found:
        notice, say = one.newest, says.get(one.newest.id)
        if say is None:
            continue
        unseen = notice.seen_at is None
        group = groups.setdefault(
            (notice.kind, notice.item_id, notice.topic, unseen),
            Group(notice.topic, unseen, notice.happened_at, say.title, say.language),
        )
        group.sentences.append((sentence(one, say), say.url))
    return list(groups.values())


def sentence(one: Alike, say: Told) -> str:
    several = EVENTS[one.newest.event].several
    if several and one.count > 1:
        return several(one.count, one.newest.item_id)
    return say.text


def unseen(keys: Sequence[str]) -> dict[tuple[str, int], int]:
    """How many notices of each thing these keys have not seen."""
    found = (
        Notice.select(
            Notice.kind, Notice.item_id, fn.COUNT(Notice.happening.distinct())
        )
        .where(Notice.recipient.in_(list(keys)), Notice.seen_at.is_null())
        .group_by(Notice.kind, Notice.item_id)
    )
    return {(kind, number): count for kind, number, count in tuples(found)}
