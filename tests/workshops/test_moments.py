from datetime import date, datetime, time

import pytest

from portal.workshops.moments import clocks, stored, weekday_and_date, when


@pytest.mark.no_database
@pytest.mark.parametrize(
    ("day", "clock", "moment"),
    [
        (date(2026, 11, 26), time(17), datetime(2026, 11, 26, 15)),
        (date(2026, 6, 26), time(17), datetime(2026, 6, 26, 14)),
        (date(2026, 3, 29), time(2, 59), datetime(2026, 3, 29, 0, 59)),
        (date(2026, 3, 29), time(3), None),
        (date(2026, 3, 29), time(3, 59), None),
        (date(2026, 3, 29), time(4), datetime(2026, 3, 29, 1)),
        (date(2026, 10, 25), time(3, 30), datetime(2026, 10, 25, 0, 30)),
        (date(2026, 10, 25), time(4), datetime(2026, 10, 25, 2)),
    ],
)
def test_time_that_clocks_show_is_stored_as_utc(day, clock, moment):
    assert stored(day, clock) == moment


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
    starts, ends = datetime(2026, 11, 26, 15), datetime(2026, 11, 26, 17, 30)

    with app.test_request_context(f"/{language}/"):
        assert weekday_and_date(starts) == date_words
        assert clocks(starts, ends) == times
        assert when(starts, ends).startswith(date_words)


@pytest.mark.no_database
def test_date_is_that_of_the_region_and_not_of_utc(app):
    with app.test_request_context("/en/"):
        late = datetime(2026, 11, 26, 22, 30)
        assert weekday_and_date(late) == "Friday 27 November 2026"
