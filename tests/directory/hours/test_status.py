from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from portal.directory.hours import Different, Rules, State, status
from tests.directory.hours.rules import (
    HELSINKI,
    at,
    closed,
    instead,
    open_on,
    weekly,
)

pytestmark = pytest.mark.no_database

OFFICE = open_on("mon-fri 9:00-11:00", "mon-fri 13:00-16:00")
NIGHT_CAFE = open_on("fri-sat 20:00-2:00")
ALWAYS = open_on("mon-sun 0:00-24:00", on_holidays=True)
SUMMER_SHUT = open_on(
    "mon-fri 9:00-15:00", different=(closed("2026-06-22", "2026-08-02"),)
)
SCHOOL_YEAR = Rules(
    (
        *weekly("tue 9:00-12:00", valid_until=date(2026, 6, 5)),
        *weekly(
            "tue 9:00-12:00",
            valid_from=date(2026, 8, 10),
            valid_until=date(2027, 6, 4),
        ),
    )
)
SECOND_TUESDAY = Rules(
    weekly("tue 9:00-12:00", valid_from=date(2026, 11, 19), every_weeks=2)
)
# 22 November 2026 is a Sunday.
CASES = [
    (OFFICE, "2026-11-23T08:59", "closed", "2026-11-23T09:00"),
    (OFFICE, "2026-11-23T09:00", "open", "2026-11-23T11:00"),
    (OFFICE, "2026-11-23T10:59", "open", "2026-11-23T11:00"),
    (OFFICE, "2026-11-23T11:00", "closed", "2026-11-23T13:00"),
    (OFFICE, "2026-11-23T16:00", "closed", "2026-11-24T09:00"),
    (OFFICE, "2026-11-27T17:00", "closed", "2026-11-30T09:00"),
    (NIGHT_CAFE, "2026-11-27T23:30", "open", "2026-11-28T02:00"),
    (NIGHT_CAFE, "2026-11-29T01:59", "open", "2026-11-29T02:00"),
    (NIGHT_CAFE, "2026-11-29T02:00", "closed", "2026-12-04T20:00"),
    (
        open_on("fri 9:00-24:00", "sat 0:00-3:00"),
        "2026-11-27T12:00",
        "open",
        "2026-11-28T03:00",
    ),
    (
        open_on("fri 9:00-12:00", "fri 11:00-15:00"),
        "2026-11-27T09:00",
        "open",
        "2026-11-27T15:00",
    ),
    (open_on("fri-sun 0:00-24:00"), "2026-11-27T12:00", "open", "2026-11-30T00:00"),
    (ALWAYS, "2026-12-25T03:00", "round-the-clock", None),
    (SUMMER_SHUT, "2026-07-01T10:00", "out-of-season", "2026-08-03T09:00"),
    (SUMMER_SHUT, "2026-08-01T10:00", "closed", "2026-08-03T09:00"),
    (SCHOOL_YEAR, "2026-06-09T10:00", "out-of-season", "2026-08-11T09:00"),
    (SCHOOL_YEAR, "2027-06-04T10:00", "closed", None),
    (SECOND_TUESDAY, "2026-11-24T10:00", "closed", "2026-12-01T09:00"),
    (SECOND_TUESDAY, "2026-12-01T10:00", "open", "2026-12-01T12:00"),
    (Rules(), "2026-11-23T10:00", "unknown", None),
]


@pytest.mark.parametrize(("rules", "moment", "state", "changes"), CASES)
def test_status_tells_until_when_or_when_next(rules, moment, state, changes):
    found = status(rules, at(moment))

    assert (found.state.value, found.changes) == (state, changes and at(changes))


def test_status_of_a_holiday_says_that_it_is_one():
    midsummer, ordinary = at("2026-06-19T10:00"), at("2026-06-18T08:00")

    assert status(OFFICE, midsummer).holiday
    assert status(OFFICE, midsummer).changes == at("2026-06-22T09:00")
    assert not status(OFFICE, ordinary).holiday


def test_status_of_a_holiday_without_hours_says_nothing_of_it():
    saturday = at("2026-12-26T10:00")

    assert not status(OFFICE, saturday).holiday


def test_status_where_holidays_are_kept_open():
    rules = open_on("mon-fri 9:00-11:00", on_holidays=True)

    assert status(rules, at("2026-12-25T10:00")).open


def test_exceptions_close_and_open():
    rules = open_on(
        "mon-fri 9:00-15:00",
        different=(
            closed("2026-12-21", "2027-01-03"),
            instead("2026-12-28", 10, 12),
            instead("2026-12-28", 14, 15),
        ),
    )

    assert status(rules, at("2026-12-18T16:00")).changes == at("2026-12-28T10:00")
    assert status(rules, at("2026-12-28T12:00")).changes == at("2026-12-28T14:00")
    assert status(rules, at("2026-12-28T15:00")).changes == at("2027-01-04T09:00")


def test_exception_with_hours_opens_on_a_holiday_and_over_its_midnight():
    rules = open_on("mon-fri 9:00-15:00", different=(instead("2026-12-24", 18, 26),))

    assert status(rules, at("2026-12-25T01:00")).changes == at("2026-12-25T02:00")
    assert not status(rules, at("2026-12-24T12:00")).holiday


def test_exceptional_hours_alone_are_hours():
    rules = Rules((), (instead("2026-12-05", 10, 14),))

    assert status(rules, at("2026-11-22T10:00")).changes == at("2026-12-05T10:00")


def test_closed_day_leaves_the_night_before_it():
    rules = open_on("fri 20:00-2:00", different=(closed("2026-11-28"),))

    assert status(rules, at("2026-11-28T01:00")).open


@pytest.mark.parametrize(
    ("calendar", "day", "kept"),
    [
        ("FI", "2026-12-31", False),
        ("SE", "2026-12-31", True),
        ("SE", "2026-06-19", True),
        ("FI", "2026-06-09", False),
        ("AX", "2026-06-09", True),
        ("FI", "2026-12-07", False),
    ],
)
def test_each_calendar_keeps_its_own_days(calendar, day, kept):
    rules = open_on("mon-sun 9:00-15:00", calendar=calendar)

    assert status(rules, at(f"{day}T12:00")).holiday is kept


def test_sweden_has_its_own_clock():
    rules = open_on("mon 9:00-15:00", calendar="SE")

    found = status(rules, at("2026-11-23T09:30", HELSINKI))

    assert found.state is State.CLOSED
    assert found.changes == at("2026-11-23T09:00", ZoneInfo("Europe/Stockholm"))
    assert found.changes - found.asked == timedelta(minutes=30)


def test_night_on_which_the_clock_goes_back_is_one_opening():
    rules = open_on("sat 22:00-3:30")
    first, second = at("2026-10-25T03:45"), at("2026-10-25T03:15").replace(fold=1)

    assert [status(rules, moment).open for moment in (first, second)] == [True, True]
    assert not status(rules, at("2026-10-25T03:30").replace(fold=1)).open


def test_night_on_which_the_clock_goes_forward_closes_at_the_jump():
    rules = open_on("sat 22:00-3:30", "sun 3:15-5:00")

    found = status(rules, at("2026-03-29T02:59"))

    assert found.changes == at("2026-03-29T05:00")
    closes = status(open_on("sat 22:00-3:30"), at("2026-03-29T02:59")).changes
    assert closes == at("2026-03-29T04:00")


def test_summer_is_named_only_in_summer():
    winter = open_on(
        "mon-fri 9:00-15:00", different=(closed("2027-01-11", "2027-02-28"),)
    )

    assert status(SUMMER_SHUT, at("2026-07-01T10:00")).summer
    assert status(winter, at("2027-01-12T10:00")).state is State.CLOSED


def test_range_without_hours_of_its_own_is_not_known():
    rules = Rules((), (Different(date(2026, 12, 1), date(2026, 12, 2)),))

    assert status(rules, at("2026-11-22T10:00")).state is State.UNKNOWN
