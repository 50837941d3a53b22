from datetime import date

from portal.directory.actions import DraftText
from portal.directory.models import StopException
from portal.directory.queries.today import open_today
from tests.directory.hours.rules import at
from tests.factories import (
    answer_phone,
    give_at,
    make_place,
    make_service,
    make_stop,
)

MONDAY = at("2026-11-23T08:30")


def told(found):
    return [(row.opens, row.closes, row.service.name, row.place.name) for row in found]


def test_open_today_lists_what_can_be_walked_into_earliest_first():
    late, early = make_service(texts={"fi": DraftText("Myöhäinen")}), make_service("E")
    place = make_place(name="Hall")
    give_at(place, late, "mon-fri 12:00-24:00")
    give_at(place, early, "mon 8:00-9:00", "mon 10:00-11:00")
    give_at(place, make_service(), "tue 8:00-9:00")
    give_at(make_place(protected=True), early, "mon 7:00-12:00")
    give_at(make_place(), early, "mon 6:00-17:00", appointment=True)

    found = open_today("en", 10, MONDAY)

    assert told(found) == [
        (480, 540, "E", "Hall"),
        (600, 660, "E", "Hall"),
        (720, 1440, "Myöhäinen", "Hall"),
    ]
    assert found[2].service.language == "fi"
    assert open_today("en", 1, MONDAY) == found[:1]


def test_open_today_leaves_out_what_has_closed_and_keeps_the_night_before():
    place, service = make_place(), make_service()
    give_at(place, service, "sun 20:00-2:00", "mon 5:00-6:00")

    early, later = at("2026-11-23T01:00"), at("2026-11-23T08:00")

    times = [(row.opens, row.closes) for row in open_today("en", 10, early)]
    assert times == [(-240, 120), (300, 360)]
    assert open_today("en", 10, later) == []


def test_open_today_leaves_out_phones():
    answer_phone(make_service(phone="019 123 4511"), "mon 8:00-16:00")

    assert open_today("en", 10, MONDAY) == []


def test_open_today_has_the_stops_of_the_day():
    bus = make_service("Bus")
    make_stop(bus, "FREQ=WEEKLY;BYDAY=MO", date(2026, 11, 2), spot="Square")
    off = make_stop(bus, "FREQ=WEEKLY;BYDAY=MO", date(2026, 11, 2), spot="Harbour")
    StopException.create(stop=off, day=date(2026, 11, 23))

    assert told(open_today("en", 10, MONDAY)) == [(540, 660, "Bus", "Square")]
