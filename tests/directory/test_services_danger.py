"""The notice for somebody who may be in danger, above what is found."""

import pytest

from tests.factories import make_service
from tests.soup import page

DANGEROUS = ["mieheni hakkaa minua", "jag vill inte leva", "I want to kill myself"]
HARMLESS = ["debt advice", "itsepalvelu", "uimahalli", "", "bostad"]
FRAGMENT = {
    "HX-Request": "true",
    "HX-Target": "div#results",
    "HX-Request-Type": "partial",
}


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("question", DANGEROUS)
def test_danger_puts_the_emergency_numbers_above_the_results(
    client, language, question
):
    make_service("Mies hakkaa, kill myself, inte leva")

    soup = page(client, f"/{language}/services?q={question}")

    notice = soup.select_one("main .notice.is-danger")
    assert [a["href"] for a in notice.select("a.button")] == [
        "tel:112",
        "tel:0191234560",
    ]
    assert notice.find_next(id="results")
    assert not notice.find_parent(id="results")
    assert soup.select("#results ul.rows li")


@pytest.mark.parametrize("question", DANGEROUS)
def test_page_of_danger_is_not_kept_and_tells_nothing_in_its_title(client, question):
    response = client.get("/en/services", query_string={"q": question})
    soup = page(client, f"/en/services?q={question}")

    assert response.headers["Cache-Control"] == "no-store"
    assert "ETag" not in response.headers
    assert soup.title.text.partition(" – ")[0] == "Services"
    assert soup.select_one("a.leave")


@pytest.mark.parametrize("question", HARMLESS)
def test_harmless_question_raises_no_notice(client, question):
    make_service("Debt advice")

    soup = page(client, f"/en/services?q={question}")

    assert soup.select(".notice.is-danger, a.leave") == []
    assert soup.title.text.startswith(f"{question}: Services" if question else "Serv")


def test_harmless_question_that_is_answered_may_be_kept(client):
    make_service("Debt advice")

    response = client.get("/en/services?q=debt+advice")

    assert "no-store" not in response.headers.get("Cache-Control", "")


def test_danger_is_told_where_nothing_is_found_too(client):
    soup = page(client, "/en/services?q=I+want+to+kill+myself")

    assert soup.select_one("main .notice.is-danger a[href='tel:112']")
    assert soup.select_one(".nothing")


def test_results_alone_of_a_dangerous_question_are_not_kept_either(client):
    make_service("Crisis help")

    response = client.get("/en/services?q=suicide", headers=FRAGMENT)

    assert response.headers["Cache-Control"] == "no-store"
