from datetime import date

import pytest

from portal.upkeep.timetables import Unread
from portal.upkeep.timetables.stops import (
    chosen,
    different_days,
    different_lines,
    rule_of,
    times,
    times_line,
)

TUESDAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("rule", "every", "days"),
    [
        ("FREQ=WEEKLY;BYDAY=TU", "week-1", ["tu"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "week-2", ["tu", "th"]),
        ("FREQ=MONTHLY;BYDAY=1SA", "month-1", ["sa"]),
        ("FREQ=MONTHLY;BYDAY=-1MO,-1FR", "month-last", ["mo", "fr"]),
        ("FREQ=DAILY", "FREQ=DAILY", []),
        ("FREQ=MONTHLY;BYDAY=1SA,2SA", "FREQ=MONTHLY;BYDAY=1SA,2SA", []),
        ("FREQ=WEEKLY;BYDAY=TU;COUNT=3", "FREQ=WEEKLY;BYDAY=TU;COUNT=3", []),
        ("FREQ=WEEKLY;INTERVAL=9;BYDAY=TU", "FREQ=WEEKLY;INTERVAL=9;BYDAY=TU", []),
    ],
)
def test_rule_is_told_as_choices_and_back(rule, every, days):
    assert chosen(rule, TUESDAY) == (every, days)
    assert rule_of(every, days) == rule


def test_weekly_rule_without_days_is_on_the_day_of_its_first():
    assert chosen("FREQ=WEEKLY;INTERVAL=2", TUESDAY) == ("week-2", ["tu"])


def test_weekdays_are_put_in_their_order_once():
    assert rule_of("week-1", ["th", "tu", "th"]) == "FREQ=WEEKLY;BYDAY=TU,TH"


@pytest.mark.parametrize(
    ("typed", "expected", "line"),
    [
        ("9-11", (540, 660), "9-11"),
        (" 9.30 – 11:15 ", (570, 675), "9.30-11.15"),
        ("22-2", (1320, 1560), "22-2"),
    ],
)
def test_times_are_read_and_written(typed, expected, line):
    assert times(typed) == expected
    assert times_line(*expected) == line


@pytest.mark.parametrize("typed", ["", "9", "ma 9-11", "9-11 12-13", "11-9.61"])
def test_times_that_are_none_are_not_read(typed):
    with pytest.raises(Unread):
        times(typed)


def test_days_that_differ_are_told_one_by_one_and_written_as_runs():
    typed = "24.12.2026-26.12.2026 suljettu\n29.12.2026 10-12\n30.12.2026 10-12"

    days = different_days(typed)

    assert days == {
        **{date(2026, 12, day): None for day in (24, 25, 26)},
        **{date(2026, 12, day): (600, 720) for day in (29, 30)},
    }
    assert different_lines(days, "sv") == (
        "24.12.2026-26.12.2026 stängt\n29.12.2026-30.12.2026 10-12"
    )


def test_shorter_line_holds_within_a_longer_one():
    days = different_days("29.12.2026 10-12\n28.12.2026-30.12.2026 closed")

    assert list(days.items()) == [
        (date(2026, 12, 28), None),
        (date(2026, 12, 29), (600, 720)),
        (date(2026, 12, 30), None),
    ]


@pytest.mark.parametrize(
    ("typed", "why", "line"),
    [
        ("24.12.2026 closed\nmon 9-11", "only-dates", 2),
        ("1.1.2026-1.6.2027 closed", "too-many-days", 1),
        ("24.12.2026 closed\nhöpö", "not-understood", 2),
    ],
)
def test_lines_that_are_no_days_say_which(typed, why, line):
    with pytest.raises(Unread) as unread:
        different_days(typed)

    assert (unread.value.why, unread.value.line) == (why, line)
