from playhouse.test_utils import count_queries

from portal.practices.models import Stage
from tests.factories import make_practice
from tests.soup import page


def names(soup):
    return [link.text for link in soup.select("ul.rows h3 a")]


def chips(soup):
    return [chip.text for chip in soup.select("nav.chips a")]


def test_practices_lead_to_their_pages(client):
    make_practice("Desk", slug="desk", in_use="harju")

    soup = page(client, "/en/practices")

    assert [link["href"] for link in soup.select("ul.rows h3 a")] == [
        "/en/practices/desk"
    ]
    assert "In use in 1 place" in soup.select_one("ul.rows").text


def test_stages_filter_and_count(client):
    make_practice("Idea", stage=Stage.IDEA, slug="a")
    make_practice("Use", stage=Stage.IN_USE, slug="b")
    make_practice("Other use", stage=Stage.IN_USE, slug="c")

    every = page(client, "/en/practices")
    some = page(client, "/en/practices?stage=in-use")

    assert chips(every) == ["All 3", "Idea 1", "In use 2"]
    assert chips(some) == ["All 3", "Idea 1", "In use 2"]
    assert some.select_one("nav.chips [aria-current]").text == "In use 2"
    assert names(some) == ["Use", "Other use"]


def test_stages_count_what_the_words_find(client):
    make_practice("Debt idea", stage=Stage.IDEA)
    make_practice("Debt use", stage=Stage.IN_USE)
    make_practice("Music", stage=Stage.IN_USE)

    soup = page(client, "/en/practices?q=debt&stage=in-use")

    assert names(soup) == ["Debt use"]
    assert chips(soup) == ["All 2", "Idea 1", "In use 1"]
    assert soup.select_one("nav.chips a")["href"] == "/en/practices?q=debt"


def test_unknown_stage_is_left_out(client):
    make_practice("Desk")

    assert names(page(client, "/en/practices?stage=xyz")) == ["Desk"]


def test_search_that_finds_nothing_shows_the_way_to_all(client):
    make_practice("Desk")

    soup = page(client, "/en/practices?q=xyzzy")

    assert names(soup) == []
    assert soup.select_one(".nothing h2").text == "No practice holds these words"
    assert soup.select_one(".nothing a")["href"] == "/en/practices"


def test_library_without_practices_is_a_page(client):
    assert names(page(client, "/en/practices")) == []


def test_list_of_one_and_of_three_asks_the_database_alike(client):
    """The versions of all that the list is drawn from, and that of the lexicon of
    practices is new; where the words stand; practices, their texts, their uses."""
    make_practice("Desk one", in_use="harju")
    with count_queries() as one:
        client.get("/en/practices?q=desk")

    make_practice("Desk two", in_use="harju niemi")
    make_practice("Desk three")
    with count_queries() as three:
        client.get("/en/practices?q=desk")

    assert (one.count, three.count) == (6, 6)
