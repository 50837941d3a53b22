"""Where one can walk in today."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from portal.db import LOCAL_TIME
from portal.directory.hours.moments import minutes
from portal.directory.queries.hours import this_moment
from portal.directory.queries.named import Named, named
from portal.directory.queries.opening import opening_day
from portal.directory.queries.openings import NOWHERE, Opened
from portal.directory.queries.places import Where, places
from portal.directory.queries.stops import Spot, spots


@dataclass(frozen=True)
class OpenToday:
    """A service that can be walked into today; times are minutes from midnight."""

    opens: int
    closes: int
    service: Named
    place: Where | Spot


def open_today(
    language: str, most: int, moment: datetime | None = None
) -> list[OpenToday]:
    """What is open now or opens later today without an appointment, earliest first.
    Protected places are left out."""
    asked = (moment or this_moment()).astimezone(LOCAL_TIME)
    midnight = datetime.combine(asked, time(), LOCAL_TIME)
    first, last = minutes(midnight), minutes(midnight + timedelta(days=1))
    day = opening_day(asked)
    begun = day["opens"] <= minutes(asked)
    later = (first <= day["opens"]) & (day["opens"] < last)
    somewhere = (day["place"] != NOWHERE) | (day["stop"] != NOWHERE)
    to_come = (begun | later) & (minutes(asked) < day["closes"]) & somewhere
    found = [Opened(*row) for row in day[to_come][:most].tolist()]
    services = named([opened.service for opened in found], language)
    where = places(language, [opened.place for opened in found if opened.place])
    at = spots([opened.stop for opened in found if opened.stop], language)
    return [
        OpenToday(
            opened.opens - first,
            opened.closes - first,
            services[opened.service],
            at[opened.stop] if opened.stop else where[opened.place],
        )
        for opened in found
    ]
