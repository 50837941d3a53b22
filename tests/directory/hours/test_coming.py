from datetime import date

import pytest

from portal.directory.hours import Rules
from portal.directory.hours.coming import Differs, Rarer, differing, rarer
from tests.directory.hours.rules import closed, instead, open_on, weekly

pytestmark = pytest.mark.no_database


def test_differing_joins_days_over_those_that_are_never_open():
    rules = open_on(
        "mon-fri 9:00-11:00",
        different=(instead("2026-12-23", 9, 10), closed("2026-12-28", "2027-01-01")),
    )

    assert differing(rules, date(2026, 12, 18)) == [
        Differs(date(2026, 12, 23), date(2026, 12, 23), ((540, 600),), False),
        Differs(date(2026, 12, 24), date(2027, 1, 1), (), False),
    ]


def test_differing_tells_what_begins_within_two_weeks_to_its_end():
    rules = open_on(
        "mon-fri 9:00-11:00", different=(closed("2026-12-14", "2027-01-31"),)
    )

    assert differing(rules, date(2026, 11, 30)) == []
    assert differing(rules, date(2026, 12, 1)) == [
        Differs(date(2026, 12, 14), date(2027, 1, 29), (), False)
    ]


def test_differing_is_apart_where_an_open_day_lies_between():
    rules = open_on(
        "mon-fri 9:00-11:00", different=(closed("2026-11-30"), closed("2026-12-02"))
    )

    assert [found.first.day for found in differing(rules, date(2026, 11, 30))] == [
        30,
        2,
    ]


def test_differing_marks_a_public_holiday():
    rules = open_on("mon-sun 9:00-11:00")

    assert differing(rules, date(2026, 12, 1)) == [
        Differs(date(2026, 12, 6), date(2026, 12, 6), (), True)
    ]


def test_rarer_tells_the_next_two_days_and_which_weeks():
    rules = Rules(
        weekly("tue 9:00-12:00", valid_from=date(2026, 11, 17), every_weeks=2)
    )

    found = rarer(rules, date(2026, 11, 22))

    assert found == [Rarer(1, 540, 720, 2, (date(2026, 12, 1), date(2026, 12, 15)))]
    assert found[0].odd is True


def test_rarer_names_no_weeks_over_a_new_year_after_fifty_three():
    rules = Rules(
        weekly("tue 9:00-12:00", valid_from=date(2026, 12, 29), every_weeks=2)
    )

    assert rarer(rules, date(2026, 12, 29))[0].odd is None
    assert rarer(rules, date(2027, 1, 1))[0].odd is False


def test_rarer_leaves_out_what_is_open_every_week():
    assert rarer(open_on("mon 9:00-12:00"), date(2026, 11, 22)) == []
