"""Hours in words, in English; the catalogues turn them into the others."""

from datetime import date

import pytest

from portal.directory.hours import Rules
from portal.directory.hours.labels import (
    differs,
    lines,
    rarer,
    short_lines,
    weekday_date,
)
from portal.directory.hours.sentences import open_words
from portal.directory.hours.timetable import timetable
from tests.directory.hours.rules import at, closed, instead, open_on, weekly

pytestmark = pytest.mark.no_database

OFFICE = open_on("mon-fri 9:00-11:30", "mon-fri 13:00-16:00")
SUMMER = open_on("mon-fri 9:00-15:00", different=(closed("2026-06-22", "2026-08-02"),))
WINTER = Rules(
    weekly(
        "sat 20:00-24:00", valid_from=date(2026, 11, 1), valid_until=date(2027, 4, 30)
    )
)


@pytest.fixture
def speaking(app):
    """A way to be asked in one language."""

    def speak(language):
        return app.test_request_context(f"/{language}/")

    return speak


@pytest.mark.parametrize(
    ("rules", "moment", "words"),
    [
        (OFFICE, "2026-11-23T10:00", ["Open now until 11:30"]),
        (OFFICE, "2026-11-23T12:00", ["Opens today at 13"]),
        (OFFICE, "2026-11-23T17:00", ["Opens tomorrow at 9"]),
        (OFFICE, "2026-11-27T17:00", ["Opens on Monday at 9"]),
        (
            OFFICE,
            "2026-12-24T10:00",
            ["Closed today: public holiday (Christmas Eve)", "Opens on Monday at 9"],
        ),
        (open_on("fri 20:00-2:00"), "2026-11-27T21:00", ["Open now until 2"]),
        (open_on("fri 20:00-24:00"), "2026-11-27T21:00", ["Open now until 24"]),
        (
            open_on("fri-sun 0:00-24:00"),
            "2026-11-27T21:00",
            ["Open now, closes on Sunday at 24"],
        ),
        (open_on("mon 9:00-10:00"), "2026-11-23T10:00", ["Opens 30 November at 9"]),
        (
            open_on("mon-sun 0:00-24:00", on_holidays=True),
            "2026-12-24T10:00",
            ["Open round the clock"],
        ),
        (SUMMER, "2026-07-01T10:00", ["Closed for the summer, opens 3 August"]),
        (WINTER, "2026-09-02T10:00", ["Closed for the season, opens 7 November"]),
        (WINTER, "2027-05-02T10:00", ["Closed until further notice"]),
        (Rules(), "2026-11-23T10:00", ["Times not known"]),
    ],
)
def test_status_in_words(speaking, rules, moment, words):
    times = timetable(rules, at(moment))

    with speaking("en"):
        assert open_words(times) == words


def test_status_of_a_phone_in_words(speaking):
    def said(moment):
        return open_words(timetable(OFFICE, at(moment)), phone=True)

    with speaking("en"):
        assert said("2026-11-23T10:00") == ["Answers now until 11:30"]
        assert said("2026-11-23T17:00") == ["Answers again tomorrow at 9"]
        assert said("2026-12-25T10:00")[0] == (
            "No answer today: public holiday (Christmas Day)"
        )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fi", ["ma–pe 9–11.30", "ma–pe 13–16"]),
        ("en", ["Mon–Fri 9–11:30", "Mon–Fri 13–16"]),
    ],
)
def test_hours_are_written_as_each_language_does(speaking, language, said):
    times = timetable(OFFICE, at("2026-11-23T10:00"))

    with speaking(language):
        assert lines(times) == said


def test_hours_of_every_second_week_tell_the_next_day(speaking):
    rules = Rules(
        (
            *weekly("mon 9:00-11:00"),
            *weekly("tue 9:00-11:00", valid_from=date(2026, 11, 17), every_weeks=2),
            *weekly("wed 9:00-11:00", valid_from=date(2026, 12, 30), every_weeks=2),
            *weekly("thu 9:00-11:00", valid_from=date(2026, 11, 26), every_weeks=4),
        )
    )

    with speaking("en"):
        assert lines(timetable(rules, at("2026-11-23T10:00"))) == [
            "Mon 9–11",
            "Tue 9–11 every second week (odd weeks, next 1 December)",
            "Wed 9–11 every second week (next 30 December)",
            "Thu 9–11 every 4 weeks (next 26 November)",
        ]


def test_hours_beside_their_weeks_are_short(speaking):
    rules = Rules(
        (
            *weekly("tue 9:00-11:00", valid_from=date(2026, 11, 17), every_weeks=2),
            *weekly("mon 9:00-11:00"),
        )
    )
    times = timetable(rules, at("2026-11-23T10:00"))

    with speaking("en"):
        assert short_lines(times) == ["Mon 9–11", "Tue 9–11"]
        assert rarer(times.rarer[0], clock_too=False) == (
            "Tue every second week (odd weeks, next 1 December)"
        )


def test_days_ahead_that_differ_in_words(speaking):
    rules = open_on(
        "mon-fri 9:00-11:00",
        different=(
            instead("2026-11-24", 12, 13),
            closed("2026-11-26", "2026-11-27"),
            closed("2026-12-01", "2027-01-05"),
        ),
    )
    times = timetable(rules, at("2026-11-23T10:00"))

    with speaking("en"):
        assert [differs(found, times) for found in times.differing] == [
            "24 November: 12–13",
            "26–27 November: closed",
            "1 December – 6 January: closed",
        ]
    with speaking("fi"):
        days = [differs(found, times).partition(" ")[0] for found in times.differing]
        assert [day.rstrip(":") for day in days] == [
            "24.11.",
            "26.–27.11.",
            "1.12.–6.1.",
        ]


def test_public_holiday_ahead_is_named(speaking):
    times = timetable(OFFICE, at("2027-01-02T10:00"))

    with speaking("en"):
        assert [differs(found, times) for found in times.differing] == [
            "6 January: closed (Epiphany)"
        ]


def test_weekday_begins_with_a_capital(speaking):
    with speaking("sv"):
        assert weekday_date(date(2026, 11, 24)) == "Tisdag 24.11."
