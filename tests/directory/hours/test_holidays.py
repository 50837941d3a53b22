from datetime import date

import pytest
from holidays import country_holidays

from portal.directory.hours.holidays import holiday_name, holidays
from portal.directory.models import Calendar

pytestmark = pytest.mark.no_database


@pytest.mark.parametrize(
    ("calendar", "day", "names"),
    [
        ("FI", date(2026, 6, 19), ("Juhannusaatto", "Midsommarafton", "Midsummer Eve")),
        ("FI", date(2026, 12, 24), ("Jouluaatto", "Julafton", "Christmas Eve")),
        (
            "AX",
            date(2026, 6, 9),
            (
                "Ahvenanmaan itsehallintopäivä",
                "Ålands självstyrelsedag",
                "Åland's Autonomy Day",
            ),
        ),
        ("SE", date(2026, 6, 19), ("Juhannusaatto", "Midsommarafton", "Midsummer Eve")),
        (
            "SE",
            date(2026, 6, 6),
            ("Ruotsin kansallispäivä", "Nationaldagen", "National Day"),
        ),
        (
            "SE",
            date(2026, 12, 31),
            ("Uudenvuodenaatto", "Nyårsafton", "New Year's Eve"),
        ),
        ("FI", date(2026, 12, 31), ("", "", "")),
    ],
)
def test_holiday_is_named_in_each_language(calendar, day, names):
    found = [holiday_name(Calendar(calendar), day, code) for code in ("fi", "sv", "en")]

    assert found == list(names)


def test_holidays_of_finland_in_a_year():
    assert [day.isoformat()[5:] for day in holidays(Calendar.FINLAND, 2027)] == [
        "01-01",
        "01-06",
        "03-26",
        "03-28",
        "03-29",
        "05-01",
        "05-06",
        "05-16",
        "06-25",
        "06-26",
        "11-06",
        "12-06",
        "12-24",
        "12-25",
        "12-26",
    ]


YEARS = range(2005, 2101)
"""From when Sweden keeps its National Day."""


@pytest.mark.parametrize(
    ("calendar", "language", "asked"),
    [
        ("FI", "fi", {"language": "fi"}),
        ("FI", "sv", {"language": "sv_FI"}),
        ("FI", "en", {"language": "en_US"}),
        ("AX", "fi", {"language": "fi", "subdiv": "01"}),
        ("AX", "sv", {"language": "sv_FI", "subdiv": "01"}),
        ("AX", "en", {"language": "en_US", "subdiv": "01"}),
        ("SE", "sv", {"language": "sv", "categories": ("public", "de_facto")}),
        ("SE", "en", {"language": "en_US", "categories": ("public", "de_facto")}),
    ],
)
def test_library_of_the_holidays_of_the_world_says_the_same(calendar, language, asked):
    country = "SE" if calendar == "SE" else "FI"
    theirs = country_holidays(country, years=YEARS, expand=False, **asked)
    ours = [holidays(Calendar(calendar), year, language) for year in YEARS]

    assert told(day for year in ours for day in year.items()) == told(theirs.items())


def told(days):
    """The names of a day on which two holidays fall, in no order."""
    return {day: set(names.split("; ")) for day, names in days}
