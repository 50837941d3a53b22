from datetime import date

import pytest
from playhouse.test_utils import count_queries

from portal.directory.actions import DraftText
from portal.directory.models import StopException, StopText, TextState
from portal.directory.queries.outreach import agenda, areas, next_stops
from tests.factories import make_service, make_stop

MONDAY = date(2026, 12, 21)


def told(days):
    return {
        day.day: [(c.stop.spot.name, c.times, c.moved, c.holiday) for c in found]
        for day, found in days
    }


def test_agenda_has_every_day_with_its_stops_earliest_first():
    bus = make_service("Bus")
    make_stop(bus, "FREQ=WEEKLY;BYDAY=TU,FR", date(2026, 12, 1), spot="Square")
    make_stop(bus, "FREQ=WEEKLY;BYDAY=TU", MONDAY, spot="Early", opens=480, closes=500)

    assert told(agenda("en", MONDAY, 4)) == {
        21: [],
        22: [("Early", (480, 500), False, False), ("Square", (540, 660), False, False)],
        23: [],
        24: [],
    }


def test_agenda_shows_what_is_cancelled_moved_or_skipped():
    stop = make_stop(make_service(), "FREQ=DAILY", date(2026, 12, 1), spot="Square")
    StopException.create(stop=stop, day=date(2026, 12, 22))
    StopException.create(stop=stop, day=date(2026, 12, 23), opens=600, closes=660)
    StopException.create(stop=stop, day=date(2026, 12, 25), opens=600, closes=660)

    assert told(agenda("en", date(2026, 12, 22), 4)) == {
        22: [("Square", None, False, False)],
        23: [("Square", (600, 660), True, False)],
        24: [("Square", None, False, True)],
        25: [("Square", (600, 660), True, False)],
    }


@pytest.mark.parametrize(
    ("rule", "more", "days"),
    [
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", {}, [8, 22]),
        ("FREQ=WEEKLY;BYDAY=TU", {"last_on": date(2026, 12, 8)}, [8]),
        ("FREQ=MONTHLY;BYDAY=3MO", {}, [21]),
        ("FREQ=WEEKLY;BYDAY=FR", {"on_holidays": True}, [11, 18, 25]),
    ],
)
def test_agenda_follows_the_rule_from_its_first_day(rule, more, days):
    make_stop(make_service(), rule, date(2026, 12, 7), **more)

    found = agenda("en", date(2026, 12, 1), 31)

    assert [day.day for day, stops in found if stops] == days


def test_agenda_of_one_area_and_in_another_language():
    bus = make_service(texts={"fi": DraftText("Auto")})
    make_stop(bus, "FREQ=DAILY", MONDAY, spot="Square")
    other = make_stop(bus, "FREQ=DAILY", MONDAY, area="niemi", spot="Pier")
    StopText.create(stop=other, language="sv", spot="Bryggan")

    [(_day, found)] = agenda("sv", MONDAY, 1, "niemi")

    words = [
        (c.stop.spot.name, c.stop.spot.language, c.stop.service.language) for c in found
    ]
    assert words == [("Bryggan", "sv", "fi")]
    assert [word.code for word in areas()] == ["harju", "niemi"]


def test_stops_of_a_draft_are_not_shown():
    draft = {"en": DraftText("Draft", state=TextState.DRAFT)}
    make_stop(make_service(texts=draft), "FREQ=DAILY", MONDAY)

    assert told(agenda("en", MONDAY, 1)) == {21: []}


@pytest.mark.parametrize("number", [1, 3])
def test_agenda_asks_a_fixed_number_of_statements(number):
    """The versions of the vocabulary and the directory; stops, their exceptions,
    names of services, words of stops."""
    for _ in range(number):
        make_stop(make_service(), "FREQ=DAILY", MONDAY)
    agenda("en", MONDAY, 8)

    with count_queries() as asked:
        agenda("en", MONDAY, 8)

    assert asked.count == 6


def test_next_stops_are_two_days_of_each_stop_soonest_first():
    bus, other = make_service(), make_service()
    make_stop(bus, "FREQ=MONTHLY;BYDAY=1SA", MONDAY, spot="Pier")
    square = make_stop(bus, "FREQ=WEEKLY;BYDAY=TU", date(2026, 12, 1), spot="Square")
    make_stop(bus, "FREQ=DAILY", date(2026, 1, 1), last_on=date(2026, 2, 1))
    make_stop(other, "FREQ=DAILY", MONDAY)
    StopException.create(stop=square, day=date(2026, 12, 22))

    found = next_stops(bus.id, "en", MONDAY)

    assert [
        [(c.stop.spot.name, c.day.isoformat(), c.times) for c in days] for days in found
    ] == [
        [("Square", "2026-12-22", None), ("Square", "2026-12-29", (540, 660))],
        [("Pier", "2027-01-02", (540, 660)), ("Pier", "2027-02-06", (540, 660))],
    ]


def test_next_stops_of_a_service_without_any_ask_only_the_version_when_kept():
    service = make_service()
    next_stops(service.id, "en", MONDAY)

    with count_queries() as asked:
        assert next_stops(service.id, "en", MONDAY) == []

    assert asked.count == 1
