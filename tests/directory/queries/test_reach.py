from datetime import UTC, date, datetime

from portal.directory.hours import State
from portal.directory.models import (
    OpeningException,
    PhoneException,
    PhoneHours,
    ServiceAtPlaceText,
)
from portal.directory.queries.reach import reach
from tests.factories import answer_phone, give_at, make_place, make_service

MONDAY_TEN = datetime(2026, 11, 23, 8, tzinfo=UTC)


def test_visits_tell_where_and_when():
    service = make_service()
    library, hall = make_place(name="Library"), make_place(name="Hall")
    row = give_at(library, service, "mon-tue 9:00-11:00", "fri 9:00-12:00", phone="1")
    give_at(hall, service, appointment=True)
    for language, note in [("en", "Upstairs"), ("fi", "Yläkerta")]:
        ServiceAtPlaceText.create(service_at_place=row, language=language, note=note)

    visits = reach([service], "en", MONDAY_TEN)[service.id].visits

    assert [(v.place.name, v.appointment, v.phone, v.hours) for v in visits] == [
        ("Library", False, "1", [(0, 1, 540, 660), (4, 4, 540, 720)]),
        ("Hall", True, "", []),
    ]
    assert [(v.local.note, v.local.language) for v in visits] == [
        ("Upstairs", "en"),
        ("", ""),
    ]
    assert visits[0].status.state is State.OPEN


def test_protected_place_has_no_address():
    service = make_service()
    place = make_place(
        name="Shelter",
        street="Hidden street 1",
        arrival="Behind the church",
        postal_code="07980",
        protected=True,
    )
    give_at(place, service)

    (visit,) = reach([service], "en")[service.id].visits

    found = visit.place
    assert (found.name, found.street, found.postal_code, found.arrival) == (
        "Shelter",
        "",
        "",
        "",
    )


def test_place_in_another_language_is_marked():
    service = make_service()
    give_at(make_place(name="Library"), service)

    (visit,) = reach([service], "sv")[service.id].visits

    assert (visit.place.name, visit.place.language) == ("Library", "en")


def test_days_that_differ_hold_for_the_visit_and_for_the_phone():
    service = make_service(phone="019 1")
    row = give_at(make_place(), service, "mon 9:00-11:00")
    answer_phone(service, "mon 9:00-15:00")
    today = date(2026, 11, 23)
    OpeningException.create(service_at_place=row, first_on=today, last_on=today)
    PhoneException.create(
        service=service, first_on=today, last_on=today, opens=720, closes=780
    )

    found = reach([service], "en", MONDAY_TEN)[service.id]

    assert found.visits[0].status.state is State.CLOSED
    assert found.phone.status.changes.hour == 12


def test_season_of_a_phone_is_kept_on_both_engines():
    service = make_service(phone="019 1")
    PhoneHours.create(
        service=service,
        weekday=0,
        opens=540,
        closes=660,
        valid_from=date(2027, 1, 1),
        valid_until=date(2027, 6, 1),
    )

    found = reach([service], "en", MONDAY_TEN)[service.id]

    assert found.phone.status.state is not State.OPEN
    assert found.phone.status.changes.date() == date(2027, 1, 4)


def test_each_service_has_its_own_and_one_without_a_phone_has_none():
    one, two = make_service(phone="019 1"), make_service()
    answer_phone(one, "mon 9:00-15:00")
    give_at(make_place(name="Only two"), two, "mon 9:00-10:00")

    found = reach([one, two], "en", MONDAY_TEN)

    assert found[one.id].phone.weekly == [(0, 0, 540, 900)]
    assert found[one.id].visits == []
    assert found[two.id].phone is None
    assert [visit.place.name for visit in found[two.id].visits] == ["Only two"]
