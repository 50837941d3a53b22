"""Long lists, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from portal.web import request

LONGEST_NUMBER = 6

Item = TypeVar("Item")


@dataclass(frozen=True)
class Page(Generic[Item]):
    """What stands on the page `number` of `pages`."""

    items: Sequence[Item]
    number: int
    pages: int


def page_number() -> int:
    """The page that the address asks for."""
    written = request.args.get("page", "1")[:LONGEST_NUMBER]
    return max(int(written), 1) if written.isascii() and written.isdigit() else 1


def pages_of(count: int, size: int) -> int:
    """How many pages so many things fill; nothing is one empty page."""
    return max(-(-count // size), 1)


def page_of(found: Sequence[Item], size: int) -> Page[Item]:
    """The page that the address asks for, or the last one there is."""
    pages = pages_of(len(found), size)
    number = min(page_number(), pages)
    return Page(found[(number - 1) * size : number * size], number, pages)
