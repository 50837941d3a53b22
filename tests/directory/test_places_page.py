import pytest
from bs4 import BeautifulSoup
from playhouse.test_utils import count_queries

from portal.directory.actions import DraftText
from portal.directory.models import Known
from portal.freshness import drawn
from tests.factories import give_at, make_place, make_service
from tests.soup import page

ALWAYS = "mon-sun 0:00-24:00"


def test_places_stand_under_their_areas_with_what_is_given_there(client):
    library = make_place("niemi", name="Library", step_free=Known.NO)
    make_place("harju", name="Hall")
    give_at(library, make_service("Advice"), "mon-tue 9:00-11:30")
    give_at(library, make_service("Music"), appointment=True)
    give_at(library, make_service("Games"))

    soup = BeautifulSoup(client.get("/en/places").text, "html.parser")

    assert [tag.text for tag in soup.select("main h2, main h3")] == [
        "Harju",
        "Hall",
        "Niemi",
        "Library",
    ]
    rows = soup.select("ul.timetable > li")
    assert [(li.select_one(".when").text, li.a.text, li.a["href"]) for li in rows] == [
        ("Mon–Tue 9–11:30", "Advice", "/en/services/advice"),
        ("By appointment", "Music", "/en/services/music"),
        ("Times not known", "Games", "/en/services/games"),
    ]
    assert [
        tag.select("span")[-1].text for tag in soup.select("section.card > .meta")
    ] == ["Steps: not known", "Steps at the door"]


def test_place_says_whether_it_is_open_now(client):
    give_at(make_place(), make_service(), ALWAYS, on_holidays=True)
    give_at(make_place(), make_service(), ALWAYS, on_holidays=True, appointment=True)
    give_at(make_place(), make_service())

    badges = page(client, "/en/places").select("main .badge")

    assert [badge.text for badge in badges] == ["Open round the clock"]


def test_places_of_one_area(client):
    make_place("niemi", name="Library")
    make_place("harju", name="Hall")

    soup = page(client, "/en/places?area=niemi")

    assert [tag.text for tag in soup.select("main h3")] == ["Library"]
    links = soup.select("nav.chips a")
    assert [(link.text, link["href"]) for link in links] == [
        ("All areas", "/en/places"),
        ("Harju", "/en/places?area=harju"),
        ("Niemi", "/en/places?area=niemi"),
    ]
    assert soup.select_one("nav.chips [aria-current]").text == "Niemi"
    assert "/en/municipalities/niemi/practices" in {
        link["href"] for link in soup.select("main a.more")
    }


def test_places_of_an_area_that_is_none_are_all_places(client):
    make_place("niemi", name="Library")

    assert len(page(client, "/en/places?area=nowhere").select("main h3")) == 1


def test_names_in_another_language_are_marked(client):
    give_at(make_place(), make_service(texts={"fi": DraftText("Neuvonta")}))

    soup = page(client, "/sv/places")

    assert (soup.h3["lang"], soup.select_one("ul.timetable a")["lang"]) == ("en", "fi")


def test_protected_place_shows_no_way_there(client):
    hidden = {"street": "Hidden 1", "arrival": "Behind", "postal_code": "07980"}
    give_at(make_place(name="Shelter", protected=True, **hidden), make_service())

    text = client.get("/en/places").text

    assert "Shelter" in text
    assert [word for word in hidden.values() if word in text] == []


def test_places_without_any_are_a_page(client):
    assert client.get("/en/places").status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_places_ask_the_database_alike_for_one_and_three(client, number):
    """The versions of directory and vocabulary; texts of places, places, visits, names
    of services, hours, exceptions, what holds at one place only; areas."""
    for _ in range(number):
        give_at(make_place(), make_service(), "mon 9:00-11:00")
    client.get("/en/places")
    drawn.pages.clear()

    with count_queries() as asked:
        client.get("/en/places")

    assert asked.count == 9
