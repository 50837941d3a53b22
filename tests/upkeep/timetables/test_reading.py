from datetime import date

import pytest

from portal.directory.hours import Different, Weekly
from portal.upkeep.timetables import Unread, read, reading

TODAY = date(2026, 11, 22)
DECEMBER = date(2026, 12, 1)


@pytest.fixture(autouse=True)
def a_day(monkeypatch):
    monkeypatch.setattr(reading, "today", lambda: TODAY)


def week(first, last, opens, closes, **more):
    return [Weekly(day, opens, closes, **more) for day in range(first, last + 1)]


@pytest.mark.parametrize(
    "line",
    [
        "ma-pe 9-15",
        "ma–pe klo 9.00–15.00",
        "Maanantai - perjantai 9:00 - 15:00",
        "arkisin 9-15",
        "mån-fre 9-15",
        "måndag–fredag kl. 9.00–15.00",
        "vardagar 9-15",
        "mon-fri 9-15",
        "Mondays - Fridays 9:00-15:00",
        "weekdays 9:00–15:00",
        "ma-pe 9.00-15.00.",
    ],
)
def test_weekdays_are_read_in_every_language(line):
    assert read(line) == (week(0, 4, 540, 900), [])


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("ma, ke ja pe 9-15", [0, 2, 4]),
        ("tis och tors 9-15", [1, 3]),
        ("sat & sun 9-15", [5, 6]),
        ("la-ma 9-15", [5, 6, 0]),
        ("päivittäin 9-15", [0, 1, 2, 3, 4, 5, 6]),
        ("joka päivä 9-15", [0, 1, 2, 3, 4, 5, 6]),
        ("helger 9-15", [5, 6]),
    ],
)
def test_days_are_read_as_lists_and_runs(line, days):
    assert read(line)[0] == [Weekly(day, 540, 900) for day in days]


@pytest.mark.parametrize(
    ("line", "spans"),
    [
        ("ti 9-11 ja 13-15.30", [(540, 660), (780, 930)]),
        ("ti 20-2", [(1200, 1560)]),
        ("ti 0-24", [(0, 1440)]),
        ("ti dygnet runt", [(0, 1440)]),
        ("ti 24 h", [(0, 1440)]),
    ],
)
def test_times_are_read(line, spans):
    assert read(line)[0] == [Weekly(1, *span) for span in spans]


@pytest.mark.parametrize(
    "line",
    [
        "ti 13-16 joka toinen viikko alkaen 1.12.2026",
        "joka toinen tiistai 13-16 alkaen 1.12.2026",
        "ti 13-16 joka toinen viikko 1.12.2026 alkaen",
        "tis 13–16 varannan vecka från 1.12.2026",
        "varannan tisdag 13–16 fr.o.m. 1.12.2026",
        "every second Tuesday 13:00-16:00 from 1.12.2026",
        "tue 13-16 every other week from 2026-12-01",
    ],
)
def test_every_second_week_is_read(line):
    rule = Weekly(1, 780, 960, valid_from=DECEMBER, every_weeks=2)

    assert read(line) == ([rule], [])


def test_every_third_week_is_read():
    line = "ke 9-12 joka kolmas viikko alkaen 2.12.2026"

    assert [rule.every_weeks for rule in read(line)[0]] == [3]


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        ("1.6.-31.8. ma 9-12", date(2027, 6, 1), date(2027, 8, 31)),
        ("ma 9-12 1.6.–31.8.2028", date(2028, 6, 1), date(2028, 8, 31)),
        ("20.12.-6.1. ma 9-12", date(2026, 12, 20), date(2027, 1, 6)),
        ("ma 9-12 alkaen 1.12.2026", DECEMBER, None),
        ("ma 9-12 31.12. asti", None, date(2026, 12, 31)),
        ("mån 9-12 till 31.12.2026", None, date(2026, 12, 31)),
    ],
)
def test_seasons_without_a_year_are_the_coming_ones(line, first, last):
    assert read(line)[0] == [Weekly(0, 540, 720, first, last)]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("24.12. suljettu", Different(date(2026, 12, 24), date(2026, 12, 24))),
        ("stängt 24.12.", Different(date(2026, 12, 24), date(2026, 12, 24))),
        ("1.5. closed", Different(date(2027, 5, 1), date(2027, 5, 1))),
        ("24.-26.12. kiinni", Different(date(2026, 12, 24), date(2026, 12, 26))),
        ("5.12. 9-12", Different(date(2026, 12, 5), date(2026, 12, 5), 540, 720)),
    ],
)
def test_days_that_differ_are_read(line, rule):
    assert read(line) == ([], [rule])


def test_closed_weekdays_say_nothing_more():
    assert read("ma-pe 9-15\nla-su suljettu") == (week(0, 4, 540, 900), [])


@pytest.mark.parametrize(
    ("text", "line", "why", "words"),
    [
        ("ma-pe 9-15\n\nhöpö 9-12", 3, "not-understood", "höpö"),
        ("ma-pe 9-15 (paitsi joulu)", 1, "not-understood", "(paitsi"),
        ("ma 9am-5pm", 1, "not-understood", "9am-5pm"),
        ("ma-pe", 1, "no-times", "ma-pe"),
        ("9-15", 1, "no-days", "9-15"),
        ("suljettu", 1, "nothing", "suljettu"),
        ("24.12.", 1, "no-times", "24.12."),
        ("31.2. suljettu", 1, "no-such-date", "31.2."),
        ("ma 9-25", 1, "no-such-time", "25"),
        ("ma 15-9", 1, "times-backwards", "15-9"),
        ("ma 9-9.00", 1, "times-backwards", "9-9.00"),
        ("31.8.2027-1.6.2027 ma 9-12", 1, "backwards", "31.8.2027–1.6.2027"),
        ("24.12. 9-12 suljettu", 1, "closed-and-open", "24.12. 9-12 suljettu"),
        ("ma 24.12. suljettu", 1, "days-and-closed", "ma 24.12. suljettu"),
        (
            "ti 9-12 joka toinen viikko",
            1,
            "no-first-week",
            "ti 9-12 joka toinen viikko",
        ),
    ],
)
def test_what_cannot_be_read_says_which_line_and_why(text, line, why, words):
    with pytest.raises(Unread) as caught:
        read(text)

    assert (caught.value.line, caught.value.why, caught.value.words) == (
        line,
        why,
        words,
    )
