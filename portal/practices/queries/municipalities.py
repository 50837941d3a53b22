"""Practices by municipality: all places of one practice, all practices of one place."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from portal.directory.queries.areas import municipalities
from portal.directory.queries.shelf import EVERYWHERE
from portal.practices.models import Application, Use
from portal.practices.queries.applications import (
    LIVELIEST,
    Applied,
    applications,
)
from portal.vocabulary.queries import Word, vocabulary

MOST_SHOWN = 4
"""Places on the page of a practice; the rest stand on a page of their own."""


@dataclass(frozen=True)
class Row:
    """One application in a municipality, `regional` if it is that of the whole county
    and nothing goes further here; without one, nothing is known of the place."""

    area: Word
    applied: Applied | None = None
    regional: bool = False

    @property
    def whole(self) -> bool:
        """It is no municipality but all of them."""
        return self.area.code == EVERYWHERE


@dataclass(frozen=True)
class Event:
    """Something that happened, or is planned to, in one place."""

    on: date
    applied: Applied
    ended: bool


@dataclass(frozen=True)
class Spread:
    """`counts` are municipalities by how the practice stands there, None is not
    known; what is used in the whole county counts in each of them."""

    applied: list[Applied]
    rows: list[Row]
    counts: Counter[Use | None]

    @property
    def changed(self) -> list[Applied]:
        """Those who tell what they changed from the core."""
        return [one for one in self.applied if one.said("note")[0]]

    @property
    def years(self) -> list[tuple[int, list[Event]]]:
        """What happened when, the oldest first."""
        events = [
            Event(day, one, ended)
            for one in self.applied
            for day, ended in ((one.since, False), (one.until, True))
            if day
        ]
        by_year: dict[int, list[Event]] = defaultdict(list)
        for event in sorted(events, key=lambda event: (event.on, event.applied.id)):
            by_year[event.on.year].append(event)
        return list(by_year.items())

    @property
    def undated(self) -> list[Applied]:
        return [one for one in self.applied if not one.since and not one.until]


@dataclass(frozen=True)
class OnPage:
    """What the page of a practice shows of where it is applied."""

    counts: Counter[Use | None]
    first: list[Applied]


def spread(practice_id: int, language: str) -> Spread:
    """One statement."""
    found = applications(Application.practice == practice_id, language)
    whole = [one for one in found if one.area.code == EVERYWHERE]
    by_area: dict[str, list[Applied]] = defaultdict(list)
    for one in found:
        by_area[one.area.code].append(one)
    rows, counts = [Row(one.area, one) for one in whole], Counter[Use | None]()
    for code, area in municipalities(vocabulary()).items():
        own = by_area[code]
        regional = whole if livelier(whole, own) else []
        rows += [
            *(Row(area, one) for one in own),
            *(Row(area, one, regional=True) for one in regional),
        ] or [Row(area)]
        counts[liveliest(by_area[code] + whole)] += 1
    return Spread(found, rows, counts)


def liveliest(found: list[Applied]) -> Use | None:
    """How the practice stands where all these are."""
    states = {one.state for one in found}
    return next((state for state in LIVELIEST if state in states), None)


def livelier(these: list[Applied], others: list[Applied]) -> bool:
    here, there = liveliest(these), liveliest(others)
    order = [*LIVELIEST, None]
    return order.index(here) < order.index(there)


def on_page(practice_id: int, language: str) -> OnPage:
    """One statement."""
    found = spread(practice_id, language)
    return OnPage(found.counts, found.applied[:MOST_SHOWN])
