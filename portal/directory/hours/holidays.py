"""Public holidays of Finland, Åland and Sweden.

The eves on which next to nothing is open count as closed too: Midsummer Eve and
Christmas Eve everywhere, New Year's Eve in Sweden. Åland keeps its Autonomy Day."""

from datetime import date
from functools import cache

from holidays import country_holidays

from portal.directory.models.places import Calendar

ALAND_IN_THE_LIBRARY = "01"
FINLAND_SPEAKS = {"fi": "fi", "sv": "sv_FI", "en": "en_US"}
SWEDEN_SPEAKS = {"sv": "sv", "en": "en_US"}
SWEDEN_ALONE = {(6, 6): "Ruotsin kansallispäivä", (12, 31): "Uudenvuodenaatto"}


@cache
def holidays(calendar: Calendar, year: int, language: str = "en") -> dict[date, str]:
    """The days on which things are closed, by name."""
    if calendar is Calendar.SWEDEN and language not in SWEDEN_SPEAKS:
        shared = holidays(Calendar.FINLAND, year, language)
        return {
            day: shared.get(day) or SWEDEN_ALONE[day.month, day.day]
            for day in holidays(calendar, year)
        }
    if calendar is Calendar.SWEDEN:
        found = country_holidays(
            "SE",
            years=year,
            expand=False,
            language=SWEDEN_SPEAKS[language],
            categories=("public", "de_facto"),
        )
    else:
        found = country_holidays(
            "FI",
            years=year,
            expand=False,
            language=FINLAND_SPEAKS[language],
            subdiv=ALAND_IN_THE_LIBRARY if calendar is Calendar.ALAND else None,
        )
    return dict(sorted(found.items()))


def is_holiday(calendar: Calendar, day: date) -> bool:
    return day in holidays(calendar, day.year)


def holiday_name(calendar: Calendar, day: date, language: str) -> str:
    return holidays(calendar, day.year, language).get(day, "")
