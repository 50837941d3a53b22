from datetime import date, timedelta

import pytest

from portal.db import today
from portal.practices.expiry import expires_on, has_expired, last_set


@pytest.mark.parametrize(
    ("set_on", "expires"),
    [
        (date(2024, 5, 17), date(2027, 5, 17)),
        (date(2024, 2, 29), date(2027, 3, 1)),
    ],
)
def test_mark_stands_for_three_years(set_on, expires):
    assert expires_on(set_on) == expires


def test_mark_has_expired_from_its_day_on():
    last = last_set(today())

    assert [has_expired(day) for day in (None, last, last + timedelta(days=1))] == [
        False,
        True,
        False,
    ]


@pytest.mark.parametrize(
    "day", [date(2027, 2, 28), date(2027, 3, 1), date(2028, 2, 29)]
)
def test_last_day_of_setting_is_the_last_that_has_expired(day):
    last = last_set(day)

    assert expires_on(last) <= day < expires_on(last + timedelta(days=1))
