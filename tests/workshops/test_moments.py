from datetime import date, datetime, time

import pytest

from portal.workshops.moments import clocks, stored, weekday_and_date, when

moment = datetime.fromisoformat


@pytest.mark.no_database
@pytest.mark.parametrize(
    ("day", "clock", "expected"),
    [
        (date(2026, 11, 26), time(17), moment("2026-11-26T15:00")),
        (date(2026, 6, 26), time(17), moment("2026-06-26T14:00")),
        (date(2026, 3, 29), time(2, 59), moment("2026-03-29T00:59")),
        (date(2026, 3, 29), time(3), None),
        (date(2026, 3, 29), time(3, 59), None),
        (date(2026, 3, 29), time(4), moment("2026-03-29T01:00")),
        (date(2026, 10, 25), time(3, 30), moment("2026-10-25T00:30")),
        (date(2026, 10, 25), time(4), moment("2026-10-25T02:00")),
    ],
)
def test_time_that_clocks_show_is_stored_as_utc(day, clock, expected):
    assert stored(day, clock) == expected


@pytest.mark.no_database
@pytest.mark.parametrize(
    ("language", "date_words", "times"),
    [
        ("fi", "Torstai 26.11.2026", "17–19.30"),
        ("sv", "Torsdag 26.11.2026", "17–19.30"),
        ("en", "Thursday 26 November 2026", "17–19:30"),
    ],
)
def test_time_is_told_with_weekday_and_date(app, language, date_words, times):
    starts, ends = moment("2026-11-26T15:00"), moment("2026-11-26T17:30")

    with app.test_request_context(f"/{language}/"):
        assert weekday_and_date(starts) == date_words
        assert clocks(starts, ends) == times
        assert when(starts, ends).startswith(date_words)


@pytest.mark.no_database
def test_date_is_that_of_the_region_and_not_of_utc(app):
    with app.test_request_context("/en/"):
        late = moment("2026-11-26T22:30")
        assert weekday_and_date(late) == "Friday 27 November 2026"
