"""What is open now, of everything there is: kept for the day, asked by number."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np

from portal.db import LOCAL_TIME
from portal.directory.hours.moments import minutes
from portal.directory.models import CHANGES
from portal.directory.queries.hours import this_moment
from portal.directory.queries.openings import Opened, stops, visits_and_phones
from portal.memory import remembered

# What opened the day before may be open now; where the clock is behind ours, the
# day before that one.
DAYS_BEFORE = 2


@dataclass(frozen=True)
class Day:
    """Every opening that touches one day, earliest first."""

    openings: list[Opened]
    opens: np.ndarray
    closes: np.ndarray
    services: np.ndarray


def open_services(moment: datetime | None = None) -> frozenset[int]:
    """The ids of services that can be reached at this moment: by phone, at a stop,
    or at a place without an appointment."""
    moment = moment or this_moment()
    kept = opening_day(moment)
    now = minutes(moment)
    open_now = (kept.opens <= now) & (now < kept.closes)
    return frozenset(kept.services[open_now].tolist())


def opening_day(moment: datetime) -> Day:
    return openings_on(moment.astimezone(LOCAL_TIME).date())


@remembered(CHANGES)
def openings_on(day: date) -> Day:
    first, last = day - timedelta(days=DAYS_BEFORE), day
    found = sorted(
        [*visits_and_phones(first, last), *stops(first, last)],
        key=lambda opened: (opened.opens, opened.closes),
    )
    return Day(
        found,
        np.array([opened.opens for opened in found], dtype=np.int64),
        np.array([opened.closes for opened in found], dtype=np.int64),
        np.array([opened.service for opened in found], dtype=np.int64),
    )
