"""Applications of which we ask now whether they are still so."""

from datetime import timedelta

from portal.db import now, today
from portal.practices.models import Application, Use
from portal.practices.queries.applications import (
    DAYS_BETWEEN,
    MOST_TIMES,
    Applied,
    a_year_ago,
    applications,
    of_public,
)

SHORTEST_YEAR = 364
"""Days: a day less than a year, as days begin at midnight here."""


def to_ask(language: str) -> list[Applied]:
    """Those told or confirmed over a year ago, of public practices, where an address
    is known: none twice in a month, none that was asked three times in vain. One
    statement."""
    rested = today() - timedelta(days=DAYS_BETWEEN)
    confirmed = Application.confirmed_on
    may_be_asked = (
        (Application.email != "")
        & (Application.told_at < now() - timedelta(days=SHORTEST_YEAR))
        & (confirmed.is_null() | (confirmed <= a_year_ago()))
        & (Application.state != Use.STOPPED)
        & (Application.asked_times < MOST_TIMES)
        & (Application.asked_on.is_null() | (Application.asked_on <= rested))
        & of_public()
    )
    found = applications(may_be_asked, language)
    return [one for one in found if one.told_on <= a_year_ago()]
