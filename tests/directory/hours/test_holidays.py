from datetime import date

import pytest

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
