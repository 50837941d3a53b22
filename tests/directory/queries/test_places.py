from portal.directory.actions import DraftText
from portal.directory.queries.places import OpenToday, by_place, open_on, visits
from tests.factories import give_at, make_place, make_service


def test_visits_of_a_service_tell_where_and_when():
    service = make_service()
    library, hall = make_place(name="Library"), make_place(name="Hall")
    give_at(library, service, "mon-tue 9:00-11:00", "fri 9:00-12:00")
    give_at(hall, service, appointment=True)

    found = visits(service, "en")

    assert [(visit.place.name, visit.appointment, visit.hours) for visit in found] == [
        ("Library", False, [(0, 1, 540, 660), (4, 4, 540, 720)]),
        ("Hall", True, []),
    ]


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


def test_by_place_marks_a_name_in_another_language():
    make_place(name="Library")

    place = by_place("sv")[0].place

    assert (place.name, place.language) == ("Library", "en")


def test_open_on_lists_what_can_be_walked_into_earliest_first():
    texts = {"fi": DraftText("Myöhäinen")}
    late, early, closed = make_service(texts=texts), make_service(), make_service()
    place = make_place()
    shelter = make_place(protected=True)
    give_at(place, late, "mon-fri 12:00-24:00")
    give_at(place, early, "mon 8:00-9:00", "mon 10:00-11:00")
    give_at(place, closed, "tue 8:00-9:00")
    give_at(shelter, early, "mon 7:00-8:00")
    give_at(make_place(), early, "mon 6:00-7:00", appointment=True)

    found = open_on(0, "en", 10)

    assert [(row.opens, row.closes, row.service.id) for row in found] == [
        (480, 540, early.id),
        (600, 660, early.id),
        (720, 1440, late.id),
    ]
    assert {row.place.id for row in found} == {place.id}
    assert found[2].service.language == "fi"
    assert open_on(0, "en", 1) == found[:1]
    assert isinstance(found[0], OpenToday)
    assert open_on(6, "en", 10) == []
