"""What is open now, of everything there is: kept for the day, asked by number."""

from datetime import date, datetime, timedelta
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from portal.db import LOCAL_TIME
from portal.directory.hours.moments import minutes
from portal.directory.models import CHANGES
from portal.directory.queries.hours import this_moment
from portal.directory.queries.openings import Opened, stops, visits_and_phones
from portal.memory import remembered

# What opened the day before may be open now; where the clock is behind ours, the
# day before that one.
DAYS_BEFORE = 2


OPENED = np.dtype([(name, "i4") for name in Opened._fields])

Day = NDArray[np.void]
"""Every opening that touches one day as a row of `OPENED`, earliest first."""


def open_services(moment: datetime | None = None) -> frozenset[int]:
    """The ids of services that can be reached at this moment: by phone, at a stop,
    or at a place without an appointment."""
    moment = moment or this_moment()
    kept = opening_day(moment)
    now = minutes(moment)
    open_now = (kept["opens"] <= now) & (now < kept["closes"])
    return frozenset(kept["service"][open_now].tolist())


def opening_day(moment: datetime) -> Day:
    return openings_on(moment.astimezone(LOCAL_TIME).date())


@remembered(CHANGES)
def openings_on(day: date) -> Day:
    first, last = day - timedelta(days=DAYS_BEFORE), day
    every = chain(visits_and_phones(first, last), stops(first, last))
    found = np.fromiter(every, OPENED)
    return found[np.lexsort((found["closes"], found["opens"]))]
