"""Public holidays of Finland, Åland and Sweden.

The eves on which next to nothing is open count as closed too: Midsummer Eve and
Christmas Eve everywhere, New Year's Eve in Sweden. Åland keeps its Autonomy Day."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from dateutil.easter import easter

from portal.directory.models.places import Calendar

IN_FINLAND = frozenset([Calendar.FINLAND, Calendar.ALAND])
IN_ALAND = frozenset([Calendar.ALAND])
IN_SWEDEN = frozenset([Calendar.SWEDEN])
EVERYWHERE = IN_FINLAND | IN_SWEDEN
FRIDAY, SATURDAY = 4, 5

Falls = Callable[[int], date]
"""The day on which a holiday falls in a year."""


class Holiday(NamedTuple):
    falls: Falls
    fi: str
    sv: str
    en: str
    kept: frozenset[Calendar] = EVERYWHERE


def on(month: int, day: int) -> Falls:
    return lambda year: date(year, month, day)


def after_easter(days: int) -> Falls:
    return lambda year: easter(year) + timedelta(days)


def first(weekday: int, month: int, day: int) -> Falls:
    """The first such weekday from this date on."""

    def falls(year: int) -> date:
        begin = date(year, month, day)
        return begin + timedelta((weekday - begin.weekday()) % 7)

    return falls


HOLIDAYS = (
    Holiday(on(1, 1), "Uudenvuodenpäivä", "Nyårsdagen", "New Year's Day"),
    Holiday(on(1, 6), "Loppiainen", "Trettondag", "Epiphany", IN_FINLAND),
    Holiday(on(1, 6), "Loppiainen", "Trettondedag jul", "Epiphany", IN_SWEDEN),
    Holiday(after_easter(-2), "Pitkäperjantai", "Långfredagen", "Good Friday"),
    Holiday(after_easter(0), "Pääsiäispäivä", "Påskdagen", "Easter Sunday"),
    Holiday(after_easter(1), "Toinen pääsiäispäivä", "Annandag påsk", "Easter Monday"),
    Holiday(on(5, 1), "Vappu", "Första maj", "May Day"),
    Holiday(after_easter(39), "Helatorstai", "Kristi himmelsfärdsdag", "Ascension Day"),
    Holiday(after_easter(49), "Helluntaipäivä", "Pingst", "Pentecost", IN_FINLAND),
    Holiday(after_easter(49), "Helluntaipäivä", "Pingstdagen", "Pentecost", IN_SWEDEN),
    Holiday(
        on(6, 6), "Ruotsin kansallispäivä", "Nationaldagen", "National Day", IN_SWEDEN
    ),
    Holiday(
        on(6, 9),
        "Ahvenanmaan itsehallintopäivä",
        "Ålands självstyrelsedag",
        "Åland's Autonomy Day",
        IN_ALAND,
    ),
    Holiday(first(FRIDAY, 6, 19), "Juhannusaatto", "Midsommarafton", "Midsummer Eve"),
    Holiday(first(SATURDAY, 6, 20), "Juhannuspäivä", "Midsommardagen", "Midsummer Day"),
    Holiday(
        first(SATURDAY, 10, 31), "Pyhäinpäivä", "Alla helgons dag", "All Saints' Day"
    ),
    Holiday(
        on(12, 6),
        "Itsenäisyyspäivä",
        "Självständighetsdagen",
        "Independence Day",
        IN_FINLAND,
    ),
    Holiday(on(12, 24), "Jouluaatto", "Julafton", "Christmas Eve"),
    Holiday(on(12, 25), "Joulupäivä", "Juldagen", "Christmas Day"),
    Holiday(on(12, 26), "Tapaninpäivä", "Annandag jul", "Second Day of Christmas"),
    Holiday(on(12, 31), "Uudenvuodenaatto", "Nyårsafton", "New Year's Eve", IN_SWEDEN),
)


@cache
def holidays(calendar: Calendar, year: int, language: str = "en") -> dict[date, str]:
    """The days on which things are closed, by name."""
    found: dict[date, str] = {}
    for holiday in HOLIDAYS:
        if calendar in holiday.kept:
            day, name = holiday.falls(year), getattr(holiday, language)
            found[day] = f"{found[day]}; {name}" if day in found else name
    return dict(sorted(found.items()))


def is_holiday(calendar: Calendar, day: date) -> bool:
    return day in holidays(calendar, day.year)


def holiday_name(calendar: Calendar, day: date, language: str) -> str:
    return holidays(calendar, day.year, language).get(day, "")
