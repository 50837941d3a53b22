from tests.factories import make_service
from tests.soup import page


def test_zero_results_name_the_nearest_way_out(client):
    make_service("One", "theme:money tier:near")
    make_service("Two", "theme:money tier:near")
    make_service("Three", "theme:home tier:remote")

    soup = page(client, "/en/services?theme=money&tier=remote")

    assert soup.select_one(".nothing h2").text == (
        "There are 2 services if you leave out “Remote”"
    )
    assert soup.select_one(".nothing a")["href"] == "/en/services?theme=money"
    assert soup.select("#results a[href='tel:0191234500']")


def test_zero_results_leave_out_a_facet_with_all_its_values(client):
    make_service("Swimming", "theme:home")

    soup = page(client, "/en/services?q=swimming&theme=money&theme=work")

    assert soup.select_one(".nothing h2").text == (
        "There is 1 service if you leave out “Money and debt, Work and studies”"
    )
    assert soup.select_one(".nothing a")["href"] == "/en/services?q=swimming"


def test_zero_results_leave_out_every_filter_where_one_is_not_enough(client):
    make_service("Swimming", "theme:home tier:near")

    soup = page(client, "/en/services?q=swimming&theme=money&tier=remote")

    assert soup.select_one(".nothing h2").text == (
        "There is 1 service if you leave out “Money and debt, Remote”"
    )


def test_zero_results_for_words_lead_to_the_situations_and_the_phone(client):
    make_service("Swimming")

    soup = page(client, "/en/services?q=xyzzy")

    assert soup.h1.text == "0 services for “xyzzy”"
    assert soup.select_one(".nothing h2").text == "No service holds these words"
    assert [link["href"] for link in soup.select(".nothing a")][:2] == [
        "tel:0191234500",
        "/en/",
    ]
    assert soup.select_one("#results a[href='tel:0191234500']")


def test_open_now_is_taken_away_by_its_chip_or_as_the_way_out(client):
    make_service("Swimming", "theme:home")

    soup = page(client, "/en/services?q=swimming&theme=home&open=now")

    assert [chip["href"] for chip in soup.select(".chips[role=group] a")] == [
        "/en/services?q=swimming&open=now",
        "/en/services?theme=home&q=swimming",
        "/en/services?q=swimming",
    ]
    assert soup.select_one(".nothing h2").text == (
        "There is 1 service if you leave out “Open now”"
    )
    assert soup.select_one(".nothing a")["href"] == (
        "/en/services?theme=home&q=swimming"
    )
    assert soup.select_one("form.facets input[name=open]")["value"] == "now"
