from datetime import date

import pytest
from playhouse.test_utils import count_queries

from portal.directory.actions import DraftText
from portal.directory.models import (
    OpeningException,
    ServiceAtPlaceText,
    TextState,
)
from portal.directory.queries import by_place as module
from portal.directory.queries.by_place import areas, by_place
from portal.directory.queries.places import Local
from tests.directory.hours.rules import at
from tests.factories import give_at, make_place, make_service


def test_protected_place_has_no_address_in_what_is_read():
    make_place(
        name="Shelter",
        street="Hidden street 1",
        arrival="Behind the church",
        postal_code="07980",
        protected=True,
    )

    place = by_place("en")[0].place

    assert (place.name, place.street, place.postal_code, place.arrival) == (
        "Shelter",
        "",
        "",
        "",
    )


def test_by_place_follows_the_areas_then_the_names():
    for area, name in [("niemi", "Aho"), ("harju", "öljy"), ("harju", "Bussi")]:
        make_place(area, name=name)

    assert [found.place.name for found in by_place("en")] == ["Bussi", "öljy", "Aho"]
    assert [found.place.name for found in by_place("en", "harju")] == ["Bussi", "öljy"]
    assert [word.code for word in areas()] == ["harju", "niemi"]


def test_by_place_marks_a_name_in_another_language():
    make_place(name="Library")

    place = by_place("sv")[0].place

    assert (place.name, place.language) == ("Library", "en")


def test_by_place_tells_what_the_hours_say_now():
    visit = give_at(make_place(), make_service(), "mon-fri 9:00-11:00")
    OpeningException.create(
        service_at_place=visit, first_on=date(2026, 11, 24), last_on=date(2026, 11, 24)
    )

    found = by_place("en", moment=at("2026-11-23T12:00"))[0].visits[0][1]

    assert found.hours == [(0, 4, 540, 660)]
    assert found.status.changes == at("2026-11-25T09:00")
    assert [day.first for day in found.times.differing] == [date(2026, 11, 24)]


def test_by_place_by_appointment_has_no_status():
    give_at(make_place(), make_service(), "mon-fri 9:00-11:00", appointment=True)

    assert by_place("en")[0].visits[0][1].status is None


def test_by_place_tells_what_holds_there_only():
    visit = give_at(make_place(), make_service(), phone="019 123 4511")
    text = {"note": "Ring the bell", "cost": "5 euros"}
    ServiceAtPlaceText.create(service_at_place=visit, language="en", **text)

    found = by_place("sv")[0].visits[0][1]

    assert found.phone == "019 123 4511"
    assert found.local == Local("Ring the bell", "5 euros", "en")


def test_by_place_leaves_out_what_is_not_published():
    draft = {"en": DraftText("Secret", state=TextState.DRAFT)}
    give_at(make_place(), make_service(texts=draft))

    assert by_place("en")[0].visits == []


def test_by_place_shows_the_first_services_of_a_large_place(monkeypatch):
    monkeypatch.setattr(module, "MOST_AT_ONE_PLACE", 2)
    place, other = make_place(name="A"), make_place(name="B")
    for _ in range(3):
        give_at(place, make_service())
    give_at(other, make_service())

    found = by_place("en")

    assert [(len(place.visits), place.more) for place in found] == [(2, 1), (1, 0)]


@pytest.mark.parametrize("number", [1, 3])
def test_by_place_asks_a_fixed_number_of_statements(number):
    """The version of the vocabulary; texts of places, places, visits, names of
    services, hours, exceptions, what holds at one place only."""
    for _ in range(number):
        give_at(make_place(), make_service(), "mon 9:00-11:00", "tue 9:00-12:00")
    by_place("en")

    with count_queries() as asked:
        by_place("en")

    assert asked.count == 8
