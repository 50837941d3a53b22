from bs4 import BeautifulSoup

from portal.directory.actions import DraftText
from tests.factories import make_service
from tests.soup import page

FRAGMENT = {
    "HX-Request": "true",
    "HX-Target": "div#results",
    "HX-Request-Type": "partial",
}


def heading(soup):
    return soup.h1.text


def names(soup):
    return [link.text for link in soup.select("#results ul.rows h3 a")]


def chosen(soup):
    return [
        box["value"] for box in soup.select("#results input[type=checkbox][checked]")
    ]


def test_services_says_how_many_and_each_title_leads_to_its_card(client):
    make_service("Bread")
    make_service("Apple")

    soup = page(client, "/en/services")

    assert heading(soup) == "2 services"
    assert [link["href"] for link in soup.select("#results h3 a")] == [
        "/en/services/apple",
        "/en/services/bread",
    ]
    assert heading(page(client, "/en/services?q=apple")) == "1 service for “apple”"


def test_unknown_values_in_the_address_are_left_out(client):
    make_service("Money", "theme:money")
    make_service("Home", "theme:home")

    soup = page(client, "/en/services?theme=money&theme=xyz&tier=xyz&colour=red&area=")

    assert names(soup) == ["Money"]
    assert chosen(soup) == ["money"]


def test_value_given_twice_counts_once(client):
    make_service("Money", "theme:money")

    soup = page(client, "/en/services?theme=money&theme=money")

    assert [chip.text.split(" ")[0] for chip in soup.select(".chips a")] == ["Money"]


def test_chosen_filters_can_each_be_taken_away(client):
    make_service("Money", "theme:money tier:near")

    soup = page(client, "/en/services?q=money&theme=money&tier=near")

    assert [chip["href"] for chip in soup.select(".chips a")] == [
        "/en/services?tier=near&q=money",
        "/en/services?theme=money&q=money",
        "/en/services?q=money",
    ]


def test_language_of_a_service_is_not_the_language_of_the_page(client):
    make_service("Money", "theme:money language:sv")

    soup = page(client, "/en/services?theme=money&language=sv")

    assert [chip["href"] for chip in soup.select(".chips a")] == [
        "/en/services?language=sv",
        "/en/services?theme=money",
        "/en/services",
    ]


def test_empty_directory_is_a_page(client):
    assert heading(page(client, "/en/services")) == "0 services"


def test_overlong_question_is_cut_and_says_so(client):
    make_service("Rent")

    soup = page(client, "/en/services?q=rent+" + "x" * 5000)

    assert names(soup) == ["Rent"]
    assert "We used the first 200 characters of your question." in soup.text
    assert soup.select_one("#q")["value"] == "rent " + "x" * 195


def test_question_comes_back_as_text_whatever_is_in_it(client):
    soup = page(client, "/en/services?q=%3Cscript%3Ealert(1)%3C/script%3E+%22'")

    assert soup.select_one("#q")["value"] == "<script>alert(1)</script> \"'"
    assert soup.select("main script") == []


def test_question_that_is_not_utf8_is_refused(client):
    assert client.get("/en/services?q=%ff").status_code == 400
    assert client.get("/en/services?q=a%00b").status_code == 400


def test_name_in_another_language_is_marked_in_the_list(client):
    make_service(texts={"fi": DraftText("Neuvonta")})

    row = page(client, "/en/services").select_one("#results ul.rows > li")

    assert row["lang"] == "fi"
    assert row.h3.text == "Neuvonta"
    assert "Only in Finnish" in row.text


def test_twins_stand_under_one_title_by_their_group(client):
    make_service("Day care", "group:children", twin_key="care")
    make_service("Day care", "group:older-people", twin_key="care")
    make_service("Day care", twin_key="care")

    soup = page(client, "/en/services")

    assert names(soup) == ["Day care"]
    assert [
        (link["href"], link.contents[0].text)
        for link in soup.select("#results ul.rows > li + li a")
    ] == [
        ("/en/services/day-care-2", "Older people"),
        ("/en/services/day-care-3", "description 3"),
    ]


def test_fragment_is_the_results_alone(client):
    make_service("Bread")

    soup = BeautifulSoup(
        client.get("/en/services", headers=FRAGMENT).text, "html.parser"
    )

    assert [tag["id"] for tag in soup.find_all(recursive=False)] == ["results"]
    assert names(soup) == ["Bread"]
