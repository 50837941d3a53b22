from bs4 import BeautifulSoup
from playhouse.test_utils import count_queries

from portal.directory.models import Known
from tests.factories import give_at, make_place, make_service


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


def test_places_without_any_are_a_page(client):
    assert client.get("/en/places").status_code == 200


def test_places_of_one_and_of_three_ask_the_database_alike(client):
    """The version of the vocabulary; texts of places, places, visits; texts, tags
    and rows of the services; hours."""
    give_at(make_place(), make_service(), "mon 9:00-11:00")
    client.get("/en/places")
    with count_queries() as one:
        client.get("/en/places")

    for _ in range(2):
        give_at(make_place(), make_service(), "mon 9:00-11:00", "tue 9:00-12:00")
    with count_queries() as three:
        client.get("/en/places")

    assert (one.count, three.count) == (8, 8)
