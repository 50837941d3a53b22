"""Addresses of the web that others than cards lead to: each room tells here which,
so that they are tried too."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from portal.db import tuples
from portal.search.queries import names
from portal.upkeep.models import LinkCheck

CHANGES = "links-tried"
LONGEST_URL = 500
PROOF = 2  # failures in a row

Read = Callable[[], Iterable[tuple[int, str]]]
"""The addresses of a kind of things, each with the id of the thing."""


@dataclass(frozen=True)
class Silent:
    """How an address last failed, and since when it does."""

    status: int
    failing_since: datetime


@dataclass(frozen=True)
class FailingElsewhere:
    """An address that failed more than once in a row, and a thing that leads to it,
    on the page `endpoint` with this slug."""

    url: str
    status: int
    failing_since: datetime
    endpoint: str
    slug: str
    title: str
    language: str


_rooms: dict[str, tuple[str, Read]] = {}


def register(kind: str, endpoint: str, read: Read) -> None:
    """Things of this kind, each with a page at `endpoint`, lead to addresses."""
    _rooms[kind] = (endpoint, read)


def addresses() -> set[str]:
    """Every address that is told of. One statement for each room."""
    return {
        url
        for _endpoint, read in _rooms.values()
        for _id, url in read()
        if tryable(url)
    }


def tryable(url: str) -> bool:
    return url.startswith(("http://", "https://")) and len(url) <= LONGEST_URL


def silent(urls: Collection[str]) -> dict[str, Silent]:
    """Which of these fail again and again. One statement."""
    query = LinkCheck.select(
        LinkCheck.url, LinkCheck.status, LinkCheck.failing_since
    ).where(LinkCheck.url.in_(urls), LinkCheck.failures >= PROOF)
    return {url: Silent(status, since) for url, status, since in tuples(query)}


def failing(language: str) -> list[FailingElsewhere]:
    """What fails again and again and other rooms lead to, the longest first. One
    statement, and two for each room if something fails."""
    query = (
        LinkCheck.select(LinkCheck.url, LinkCheck.status, LinkCheck.failing_since)
        .where(LinkCheck.failures >= PROOF)
        .order_by(LinkCheck.failing_since, LinkCheck.url)
    )
    failed = {url: (status, since) for url, status, since in tuples(query)}
    found = []
    for kind, (endpoint, read) in _rooms.items() if failed else ():
        leading = [(item_id, url) for item_id, url in read() if url in failed]
        ids = [item_id for item_id, _url in leading]
        called = names(kind, ids, language) if ids else {}
        found += [
            FailingElsewhere(
                url, *failed[url], endpoint, it.slug, it.title, it.language
            )
            for item_id, url in leading
            if (it := called.get(item_id))
        ]
    return sorted(found, key=lambda task: (task.failing_since, task.url, task.slug))
