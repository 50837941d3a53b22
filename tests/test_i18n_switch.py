import pytest
from bs4 import BeautifulSoup

from tests.factories import make_workshop

HERE = "http://localhost"


def switches(response):
    """Where the language switch of a page leads."""
    soup = BeautifulSoup(response.data, "html.parser")
    return {link["hreflang"]: link["href"] for link in soup.select("a[hreflang]")}


def test_switch_keeps_page_and_query(client):
    response = client.get("/en/services?q=a+b&theme=debt&theme=home")

    assert switches(response) == {
        "fi": "/fi/services?q=a+b&theme=debt&theme=home",
        "sv": "/sv/services?q=a+b&theme=debt&theme=home",
        "en": "/en/services?q=a+b&theme=debt&theme=home",
    }


def test_switch_keeps_the_parts_of_the_address(client):
    workshop = make_workshop()

    response = client.get(f"/en/workshops/{workshop.slug}")

    assert switches(response)["sv"] == f"/sv/workshops/{workshop.slug}"


@pytest.mark.parametrize(
    "query",
    [
        "endpoint=x",
        "language=sv",
        "slug=other",
        "_anchor=x",
        "_method=POST",
        "_external=1&_scheme=javascript",
        "values=1&self=2&code=x",
        "q=%22%3E%3Cscript%3E",
    ],
)
def test_switch_is_not_misled_by_the_names_in_a_query(client, query):
    response = client.get(f"/en/services?{query}")

    assert switches(response)["sv"] == f"/sv/services?{query}"


def test_switch_on_the_answer_to_a_form_leads_to_the_page_of_the_form(client):
    response = client.post("/en/sign-in")

    assert response.status_code == 422
    assert switches(response)["fi"] == "/fi/sign-in"


def test_switch_on_an_answer_without_a_page_leads_home(client):
    response = client.post("/en/account/sessions/1")

    assert response.status_code == 401
    assert switches(response)["fi"] == "/fi/"


def test_switch_on_a_page_that_is_not_there_leads_home(client):
    response = client.get("/en/nowhere?a=1")

    assert switches(response)["fi"] == "/fi/"


@pytest.mark.parametrize(
    ("came_from", "kept"),
    [
        (f"{HERE}/fi/services", "sv"),
        (f"{HERE}/en/", "sv"),
        (f"{HERE}/sv/services", None),
        (f"{HERE}/", None),
        (f"{HERE}/healthz", None),
        ("https://other.example/fi/services", None),
        ("http://localhost.evil.example/fi/", None),
        ("http://[", None),
        ("", None),
    ],
)
def test_language_is_remembered_only_after_a_switch_on_this_site(
    client, came_from, kept
):
    client.get("/sv/services", headers={"Referer": came_from} if came_from else {})

    cookie = client.get_cookie("language")
    assert (cookie.value if cookie else None) == kept
