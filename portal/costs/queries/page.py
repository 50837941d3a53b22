"""A published cost study as a page, and as a row of the list."""

from dataclasses import dataclass

from portal.costs.models import KIND
from portal.costs.queries.published import Published
from portal.costs.reading import Study, Words
from portal.costs.sheet import Sheet, sheet
from portal.directory.queries.names import in_language
from portal.search.queries import Name, related

BESIDE = ("practice", "pilot")


@dataclass(frozen=True)
class Read:
    """A study in one language: that of the page or, as it tells, another."""

    words: Words
    language: str
    sheet: Sheet


@dataclass(frozen=True)
class Page:
    """`beside` are the practices and pilots that it is joined with, by kind."""

    published: Published
    read: Read
    beside: dict[str, list[Name]]


def read_in(study: Study, language: str) -> Read:
    words, spoken = in_language(study.texts, language)
    return Read(words, spoken, sheet(study, language))


def page(published: Published, language: str) -> Page:
    return Page(
        published,
        read_in(published.study, language),
        related(KIND, published.id, BESIDE, language),
    )
