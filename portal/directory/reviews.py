"""When a card is to be checked again, and when what it says has grown old."""

from calendar import monthrange
from datetime import date

MONTHS_A_YEAR = 12
WAIT_MONTHS = 3


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or that month's last."""
    years, month = divmod(day.month - 1 + months, MONTHS_A_YEAR)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
