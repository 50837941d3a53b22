"""What public threads are called."""

from collections.abc import Iterable
from dataclasses import dataclass

from portal.db import tuples
from portal.directory.queries.names import in_language
from portal.threads.models import Thread, ThreadText
from portal.threads.queries.publicity import is_public


@dataclass(frozen=True)
class Named:
    id: int
    slug: str
    title: str
    language: str


def named(ids: Iterable[int], language: str) -> dict[int, Named]:
    """Those of these that are public. One statement."""
    found: dict[int, tuple[str, dict[str, str]]] = {}
    query = (
        ThreadText.select(Thread.id, Thread.slug, ThreadText.language, ThreadText.title)
        .join(Thread)
        .where(Thread.id.in_(list(ids)), is_public())
    )
    for number, slug, spoken, title in tuples(query):
        found.setdefault(number, (slug, {}))[1][spoken] = title
    return {
        number: Named(number, slug, *in_language(titles, language))
        for number, (slug, titles) in found.items()
    }


def found(slug: str, language: str) -> Named | None:
    """The public thread with this address. Two statements."""
    number = Thread.select(Thread.id).where(Thread.slug == slug).scalar()
    return named([number], language).get(number) if number else None
