"""Rules with the fewest words."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from portal.directory.hours import Different, Rules, Weekly, parsed
from portal.directory.models import Calendar

HELSINKI = ZoneInfo("Europe/Helsinki")


def weekly(*lines: str, **season) -> tuple[Weekly, ...]:
    return tuple(
        Weekly(span.weekday, span.opens, span.closes, **season)
        for line in lines
        for span in parsed(line)
    )


def closed(first: str, last: str = "") -> Different:
    return Different(date.fromisoformat(first), date.fromisoformat(last or first))


def instead(first: str, opens: int, closes: int, last: str = "") -> Different:
    days = date.fromisoformat(first), date.fromisoformat(last or first)
    return Different(*days, opens * 60, closes * 60)


def open_on(*lines: str, calendar: str = "FI", **more) -> Rules:
    return Rules(weekly(*lines), calendar=Calendar(calendar), **more)


def at(clock: str, zone: ZoneInfo = HELSINKI) -> datetime:
    return datetime.fromisoformat(clock).replace(tzinfo=zone)
