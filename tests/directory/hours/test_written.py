import pytest

from portal.directory.hours import Span, grouped, parsed

pytestmark = pytest.mark.no_database


def test_parsed_reads_one_day():
    assert parsed("wed 9:00-11:30") == [Span(2, 540, 690)]


def test_parsed_reads_a_run_of_days():
    assert parsed(" mon-wed 8:15-16:00 ") == [
        Span(0, 495, 960),
        Span(1, 495, 960),
        Span(2, 495, 960),
    ]


def test_parsed_reads_round_the_clock():
    assert parsed("sat-sun 0:00-24:00") == [Span(5, 0, 1440), Span(6, 0, 1440)]


def test_parsed_reads_a_night():
    assert parsed("fri 20:00-2:00") == [Span(4, 1200, 1560)]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "mon",
        "mon 9-11",
        "Mon 9:00-11:00",
        "mån 9:00-11:00",
        "xyz 9:00-11:00",
        "mon-xyz 9:00-11:00",
        "mon 9:00-9:75",
        "mon 9:00-11:00 and later",
    ],
)
def test_parsed_refuses_what_it_cannot_read(line):
    with pytest.raises(ValueError, match="can't be read"):
        parsed(line)


@pytest.mark.parametrize(
    "line", ["fri-mon 9:00-11:00", "mon 11:00-9:00", "mon 9:00-9:00", "mon 9:00-24:01"]
)
def test_parsed_refuses_hours_that_run_backwards(line):
    with pytest.raises(ValueError, match="run backwards"):
        parsed(line)


def test_grouped_joins_days_with_the_same_hours():
    spans = parsed("wed 9:00-11:00") + parsed("mon-tue 9:00-11:00")

    assert grouped(spans) == [(0, 2, 540, 660)]


def test_grouped_keeps_apart_what_differs_or_has_a_day_between():
    spans = [
        *parsed("mon-tue 9:00-11:00"),
        *parsed("thu 9:00-11:00"),
        *parsed("fri 9:00-12:00"),
    ]

    assert grouped(spans) == [(0, 1, 540, 660), (3, 3, 540, 660), (4, 4, 540, 720)]


def test_grouped_keeps_two_spans_of_a_day_in_order():
    spans = parsed("mon-tue 12:00-15:00") + parsed("mon-tue 9:00-11:00")

    assert grouped(spans) == [(0, 1, 540, 660), (0, 1, 720, 900)]


def test_grouped_of_nothing_is_nothing():
    assert grouped([]) == []
