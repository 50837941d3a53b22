"""What is open now, of everything there is: kept for the day, asked by number."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import reduce
from operator import or_

import numpy as np

from portal.db import LOCAL_TIME, database, version
from portal.directory.hours.moments import minutes
from portal.directory.models import (
    CHANGES,
    OpeningException,
    OpeningHours,
    PhoneException,
    PhoneHours,
    ServiceAtPlace,
    Stop,
)
from portal.directory.queries.hours import this_moment
from portal.directory.queries.openings import Opened, stops, visits_and_phones

# What opened the day before may be open now; where the clock is behind ours, the
# day before that one.
DAYS_BEFORE = 2


@dataclass(frozen=True)
class Day:
    """Every opening that touches one day, earliest first."""

    number: int
    day: date
    openings: list[Opened]
    opens: np.ndarray
    closes: np.ndarray
    services: np.ndarray


class _Kept:
    day: Day | None = None
    known: tuple[int, frozenset[int]] | None = None


def open_services(moment: datetime | None = None) -> frozenset[int]:
    """The ids of services that can be reached at this moment: by phone, at a stop,
    or at a place without an appointment."""
    moment = moment or this_moment()
    kept = opening_day(moment)
    now = minutes(moment)
    open_now = (kept.opens <= now) & (now < kept.closes)
    return frozenset(kept.services[open_now].tolist())


def opening_day(moment: datetime) -> Day:
    """Every opening of the day of this moment, kept until the directory changes."""
    number, day = version(CHANGES), moment.astimezone(LOCAL_TIME).date()
    kept = _Kept.day
    if kept is None or (kept.number, kept.day) != (number, day):
        kept = _Kept.day = read(number, day)
    return kept


def known_hours() -> frozenset[int]:
    """The ids of services of which any hours are known."""
    number = version(CHANGES)
    kept = _Kept.known
    if kept is None or kept[0] != number:
        kept = _Kept.known = (number, frozenset(read_known()))
    return kept[1]


def read_known() -> Iterator[int]:
    visited = [
        model.select(ServiceAtPlace.service).join(ServiceAtPlace)
        for model in (OpeningHours, OpeningException)
    ]
    direct = [
        model.select(model.service) for model in (PhoneHours, PhoneException, Stop)
    ]
    told = [
        query.where(query.model.opens.is_null(False)) for query in (*visited, *direct)
    ]
    return (row[0] for row in database.execute(reduce(or_, told)))


def read(number: int, day: date) -> Day:
    first, last = day - timedelta(days=DAYS_BEFORE), day
    found = sorted(
        [*visits_and_phones(first, last), *stops(first, last)],
        key=lambda opened: (opened.opens, opened.closes),
    )
    return Day(
        number,
        day,
        found,
        np.array([opened.opens for opened in found], dtype=np.int64),
        np.array([opened.closes for opened in found], dtype=np.int64),
        np.array([opened.service for opened in found], dtype=np.int64),
    )
