import pytest
from bs4 import BeautifulSoup

from tests.factories import (
    give_at,
    make_place,
    make_practice,
    make_proposal,
    make_service,
    make_workshop,
)
from tests.soup import page


def headings(soup):
    return [tag.text for tag in soup.select("main h2")]


@pytest.mark.parametrize(
    ("wish", "language"),
    [("sv-FI,sv;q=0.9", "sv"), ("en", "en"), ("de", "fi"), ("", "fi")],
)
def test_root_leads_to_the_language_the_browser_wishes(client, wish, language):
    response = client.get("/", headers={"Accept-Language": wish})

    assert (response.status_code, response.location) == (302, f"/{language}/")
    assert {"Accept-Language", "Cookie"} <= set(response.vary)


def test_unknown_language_is_not_found(client):
    assert client.get("/de/").status_code == 404


def test_home_of_an_empty_portal_leads_to_the_situations(client):
    soup = page(client, "/en/")

    assert soup.h1.text == "Where do I turn?"
    assert headings(soup) == ["Start from your situation"]
    assert soup.select_one("ul.doors a")["href"] == "/en/services?theme=money"
    assert soup.select_one("form.search")["action"] == "/en/services"


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_home_shows_what_is_going_on(client, language):
    workshop = make_workshop()
    make_proposal(workshop)
    make_practice("Desk", slug="desk")
    give_at(
        make_place(name="Library"),
        make_service("Advice"),
        "mon-sun 0:00-24:00",
        on_holidays=True,
    )

    soup = page(client, f"/{language}/")

    row = soup.select_one("ul.timetable li")
    assert row.time.text == "0–24"
    assert (row.a.text, row.a["href"]) == ("Advice", f"/{language}/services/advice")
    assert soup.select(f"a[href='/{language}/workshops/{workshop.slug}']")
    assert soup.select(f"a[href='/{language}/practices/desk']")
    assert len(headings(soup)) == 4


def test_home_tells_what_is_new_in_the_library(client):
    for number in range(4):
        make_practice(f"Practice {number}", in_use="harju" if number else "")

    soup = page(client, "/en/")

    assert [a.text for a in soup.select("[aria-labelledby=news] h3 a")] == [
        "Practice 0"
    ]
    assert "New" in soup.select_one("[aria-labelledby=news] .badge").text


def test_home_shows_no_protected_place(client):
    place = make_place(name="Shelter", protected=True)
    give_at(place, make_service(), "mon-sun 0:00-24:00", on_holidays=True)

    assert "Shelter" not in page(client, "/en/").text


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_emergency_leaves_no_trace_and_calls(client, language):
    response = client.get(f"/{language}/emergency")

    soup = BeautifulSoup(response.text, "html.parser")
    calls = {link["href"] for link in soup.select("main .actions a")}
    assert response.headers["Cache-Control"] == "no-store"
    assert calls == {"tel:112", "tel:0191234560"}
    assert soup.h1.text not in soup.title.text
    assert soup.select("a.leave")


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("name", ["accessibility", "privacy", "rules"])
def test_statements_are_pages(client, language, name):
    soup = page(client, f"/{language}/about/{name}")

    assert soup.title.text == f"{soup.h1.text} – Verstas"
    assert soup.select(".prose p")


def test_statement_that_is_none_is_not_found(client):
    assert client.get("/en/about/emergency").status_code == 404
    assert client.get("/en/about/../../config").status_code == 404


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_machines_hear_that_all_is_well(client, address):
    response = client.get(address)

    assert (response.status_code, response.json) == (200, {"status": "ok"})
