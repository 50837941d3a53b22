"""The same answer as when every minute is looked at."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from portal.directory.hours import Different, Rules, State, Weekly, status
from portal.directory.models import Calendar

pytestmark = pytest.mark.no_database

ZONES = {
    Calendar.FINLAND: ZoneInfo("Europe/Helsinki"),
    Calendar.ALAND: ZoneInfo("Europe/Helsinki"),
    Calendar.SWEDEN: ZoneInfo("Europe/Stockholm"),
}
# Easter and summer time in spring, winter time in autumn, and Christmas.
WEEKS = [date(2026, 3, 27), date(2026, 10, 23), date(2026, 12, 23), date(2027, 6, 8)]
MINUTE = timedelta(minutes=1)

spans = st.tuples(st.integers(0, 1439), st.integers(1, 1440)).map(
    lambda pair: (pair[0], pair[0] + pair[1])
)
days = st.sampled_from(WEEKS).flatmap(
    lambda first: st.integers(0, 4).map(lambda n: first + timedelta(days=n))
)
weeklies = st.builds(
    lambda weekday, span, valid_from, every: Weekly(
        weekday, *span, valid_from=valid_from, every_weeks=every
    ),
    st.integers(0, 6),
    spans,
    st.none() | days.map(lambda day: day - timedelta(days=10)),
    st.integers(1, 2),
)
differents = st.builds(
    lambda first, length, span: Different(
        first, first + timedelta(days=length), *(span or ())
    ),
    days,
    st.integers(0, 3),
    st.none() | spans,
)
rules_of_things = st.builds(
    Rules,
    st.lists(weeklies, max_size=6).map(tuple),
    st.lists(differents, max_size=3).map(tuple),
    st.sampled_from(Calendar),
    st.booleans(),
)


def shown(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)


def open_minutes(rules: Rules, first: datetime, count: int) -> list[bool]:
    """Minute by minute from `first`: open between the first minute whose clock has
    reached an opening and the last one whose clock is before its closing."""
    zone = ZONES[rules.calendar]
    clocks = [shown(first + n * MINUTE, zone) for n in range(count)]
    found = [False] * count
    day = clocks[0].date()
    while day <= clocks[-1].date():
        midnight = datetime.combine(day, time())
        for opens, closes in rules.times(day):
            begin, end = midnight + opens * MINUTE, midnight + closes * MINUTE
            reached = next((n for n, c in enumerate(clocks) if c >= begin), count)
            before = [n for n in range(count) if clocks[n] < end]
            for n in range(reached, before[-1] + 1 if before else 0):
                found[n] = True
        day += timedelta(days=1)
    return found


@settings(max_examples=120)
@given(rules_of_things, days, st.integers(0, 1439))
@example(
    Rules((Weekly(5, 1320, 1650),)), date(2026, 10, 25), 225
)  # the hour that comes twice
def test_open_now_agrees_with_every_minute(rules, day, minute):
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC) + minute * MINUTE
    first = moment - timedelta(days=3)
    looked_at = open_minutes(rules, first, 6 * 1440)
    now = 3 * 1440

    found = status(rules, moment)

    assert found.open is looked_at[now]
    if found.state is State.OPEN and found.changes - moment < timedelta(days=2):
        change = now + (found.changes - moment) // MINUTE
        assert all(looked_at[now:change])
        assert not looked_at[change]
    if found.state is State.CLOSED and (
        found.changes and found.changes - moment < timedelta(days=2)
    ):
        change = now + (found.changes - moment) // MINUTE
        assert not any(looked_at[now:change])
        assert looked_at[change]
