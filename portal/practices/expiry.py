"""How long a mark stands that somebody set. This knows no database."""

from datetime import date

from portal.db import today

YEARS = 3


def expires_on(set_on: date) -> date:
    """The first day on which a mark set on this day no longer stands."""
    try:
        return set_on.replace(year=set_on.year + YEARS)
    except ValueError:
        return date(set_on.year + YEARS, 3, 1)


def last_set(expired_by: date) -> date:
    """The last day of setting of marks that no longer stand on this day."""
    try:
        return expired_by.replace(year=expired_by.year - YEARS)
    except ValueError:
        return date(expired_by.year - YEARS, 2, 28)


def has_expired(set_on: date | None) -> bool:
    """Whether it is to be set anew; what has no date has never been set."""
    return set_on is not None and expires_on(set_on) <= today()
