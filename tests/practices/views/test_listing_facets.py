import pytest

from portal.practices.models import Stage
from tests.factories import make_practice
from tests.practices.shelved import make
from tests.soup import page


def names(soup):
    return [link.text for link in soup.select("ul.rows h3 a")]


def chips(soup):
    return [" ".join(chip.text.split()) for chip in soup.select("nav.chips a")]


def test_stages_filter_and_count(client):
    make_practice("Idea", stage=Stage.IDEA)
    make_practice("Use", stage=Stage.IN_USE)
    make_practice("Other use", stage=Stage.IN_USE)

    every = page(client, "/en/practices")
    some = page(client, "/en/practices?stage=in-use")
    both = page(client, "/en/practices?stage=in-use&stage=idea")

    assert chips(every) == ["All 3", "Idea 1", "In use 2"]
    assert chips(some) == ["All 3", "Idea 1", "In use 2"]
    assert [a["href"] for a in some.select("nav.chips a")] == [
        "/en/practices",
        "/en/practices?stage=in-use&stage=idea",
        "/en/practices",
    ]
    assert some.select_one("nav.chips [aria-current]").text == "In use 2"
    assert sorted(names(some)) == ["Other use", "Use"]
    assert len(names(both)) == 3


def test_stages_count_what_the_words_find(client):
    make_practice("Debt idea", stage=Stage.IDEA)
    make_practice("Debt use", stage=Stage.IN_USE)
    make_practice("Music", stage=Stage.IN_USE)

    soup = page(client, "/en/practices?q=debt&stage=in-use")

    assert names(soup) == ["Debt use"]
    assert chips(soup) == ["All 2", "Idea 1", "In use 1"]
    assert soup.select_one("nav.chips a")["href"] == "/en/practices?q=debt"


def test_facets_are_counted_and_chosen_ones_can_be_removed(client):
    make("A", "theme:money theme:home")
    make("B", "theme:money")
    make("C", "theme:work")

    soup = page(client, "/en/practices?theme=money&theme=work&language=en")

    boxes = soup.select("input[name=theme]")
    counts = [box.find_parent("label").select_one(".num").text for box in boxes]
    assert list(zip([box["value"] for box in boxes], counts, strict=True)) == [
        ("money", "2"),
        ("home", "1"),
        ("work", "1"),
    ]
    assert [b["value"] for b in boxes if b.has_attr("checked")] == ["money", "work"]
    assert [a["href"] for a in soup.select(".chips[role=group] a")] == [
        "/en/practices?theme=work&language=en",
        "/en/practices?theme=money&language=en",
        "/en/practices?theme=money&theme=work",
        "/en/practices",
    ]
    assert soup.select_one("h2.result-count").text == "3 practices"


@pytest.mark.parametrize("query", ["stage=xyz", "theme=", "area=1&need=%27", "page=x"])
def test_unknown_values_are_left_out(client, query):
    make_practice("Desk")

    assert names(page(client, f"/en/practices?{query}")) == ["Desk"]


def test_one_theme_leads_to_its_page_and_its_feed(client):
    make("A", "theme:money")

    soup = page(client, "/en/practices?theme=money")

    assert soup.select("a[href='/en/themes/money']")
    assert soup.select("a[href='/en/practices.atom?theme=money']")


def test_nothing_found_names_the_nearest_way_out(client):
    make("One", "theme:money", stage=Stage.IDEA)
    make("Two", "theme:money", stage=Stage.IDEA)
    make("Three", "theme:home")

    soup = page(client, "/en/practices?theme=money&stage=in-use")

    assert soup.select_one(".nothing h2").text == (
        "There are 2 practices if you leave out “In use”"
    )
    assert soup.select_one(".nothing a")["href"] == "/en/practices?theme=money"


def test_words_that_find_nothing_lead_to_all_and_to_the_services(client):
    make_practice("Desk")

    soup = page(client, "/en/practices?q=xyzzy")

    assert names(soup) == []
    assert soup.select_one(".nothing h2").text == "No practice holds these words"
    assert [a["href"] for a in soup.select(".nothing a")] == [
        "/en/practices",
        "/en/services?q=xyzzy",
    ]


def test_words_that_are_misspelt_are_guessed(client):
    make_practice("Rehabilitation")

    soup = page(client, "/en/practices?q=rehabilitasion&stage=in-use")

    meant = soup.select_one("header a.tap[href*='q=']")
    assert meant["href"] == "/en/practices?stage=in-use&q=rehabilitation"
    assert names(soup) == ["Rehabilitation"]


def test_ticks_lead_to_a_comparison_and_are_kept_while_narrowing(client):
    make("A", "theme:money")
    make("B", "theme:home")

    soup = page(client, "/en/practices?theme=money&practice=b&practice=none")

    form = soup.select_one("form.comparing")
    assert form["action"] == "/en/practices/comparison"
    assert [(i["type"], i["value"]) for i in form.select("input[name=practice]")] == [
        ("hidden", "b"),
        ("checkbox", "a"),
    ]
    assert form.select_one(".chips a")["href"] == (
        "/en/practices?theme=money&practice=none"
    )
    assert [i["value"] for i in soup.select("form.facets input[name=practice]")] == [
        "b",
        "none",
    ]


def test_list_of_one_municipality_leads_to_what_was_stopped_there_too(client):
    make("Desk", uses=[("niemi", "in-use")])
    make("Walk", uses=[("harju", "in-use")])

    one = page(client, "/en/practices?area=niemi")
    two = page(client, "/en/practices?area=niemi&area=harju")

    link = one.select_one("a[href='/en/municipalities/niemi/practices']")
    assert link.text.strip() == "In use, tried and stopped: Niemi"
    assert two.select("a[href*='/municipalities/']") == []


def test_there_is_no_button_where_nothing_can_be_chosen(client):
    make("Desk", uses=[("niemi", "in-use")])

    assert page(client, "/en/practices").select(".facets button")
    assert not page(client, "/en/practices?q=xyzzy").select(".facets button")
