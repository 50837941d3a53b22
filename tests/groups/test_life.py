from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.directory.reviews import months_after
from portal.groups.life import MONTHS, Life, life

pytestmark = pytest.mark.no_database

DAYS = st.dates(date(2001, 1, 1), date(2099, 1, 1))
MAYBE = st.none() | DAYS


@given(MAYBE, MAYBE, DAYS)
def test_closed_group_is_closed_from_its_day_on(closed_on, last, day):
    found = life(closed_on, last, day)

    assert (found is Life.CLOSED) == (closed_on is not None and closed_on <= day)


@given(DAYS, DAYS)
def test_open_group_is_active_for_six_months_after_its_last_meeting(last, day):
    found = life(None, last, day)

    assert found is (
        Life.ACTIVE if last >= months_after(day, -MONTHS) else Life.DORMANT
    )


@given(MAYBE, DAYS, st.integers(0, 4000))
def test_group_that_does_not_meet_never_wakes_up(last, day, later):
    order = [Life.ACTIVE, Life.DORMANT]

    before, after = (life(None, last, at) for at in (day, day + timedelta(days=later)))

    assert order.index(after) >= order.index(before)


@given(DAYS, st.integers(0, 4000), DAYS)
def test_later_meeting_never_makes_a_group_less_active(last, later, day):
    order = [Life.ACTIVE, Life.DORMANT]

    before, after = (
        life(None, met, day) for met in (last, last + timedelta(days=later))
    )

    assert order.index(after) <= order.index(before)


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (date(2026, 2, 28), Life.ACTIVE),
        (date(2026, 2, 27), Life.DORMANT),
        (date(2027, 1, 1), Life.ACTIVE),
        (None, Life.DORMANT),
    ],
)
def test_six_months_end_with_a_short_month(last, expected):
    assert life(None, last, date(2026, 8, 31)) is expected
