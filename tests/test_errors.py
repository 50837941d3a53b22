import pytest
from bs4 import BeautifulSoup
from flask import abort

from portal.db import database, open_database


def broken():
    raise RuntimeError("a secret detail at /work/portal.db")


def test_fault_while_reading_is_a_page(app, client, monkeypatch):
    monkeypatch.setitem(app.view_functions, "directory.places_page", broken)

    response = client.get("/sv/places")

    assert response.status_code == 500
    assert BeautifulSoup(response.data, "html.parser").html["lang"] == "sv"


@pytest.mark.parametrize(
    ("address", "goes_to"),
    [
        ("/en/account", "/en/sign-in?next=/en/account"),
        (
            "/sv/moderation?done=publish",
            "/sv/sign-in?next=/sv/moderation?done%3Dpublish",
        ),
    ],
)
def test_reading_what_needs_sign_in_leads_there_and_back(client, address, goes_to):
    plain = client.get(address)
    partial = client.get(address, headers={"HX-Request": "true"})

    assert (plain.status_code, plain.location) == (303, goes_to)
    assert (partial.status_code, partial.headers["HX-Redirect"]) == (200, goes_to)


def test_post_of_htmx_with_nothing_written_leads_to_sign_in(client):
    response = client.post("/en/account/sessions/1", headers={"HX-Request": "true"})

    assert (response.status_code, response.data) == (200, b"")
    assert response.headers["HX-Redirect"] == "/en/sign-in"


@pytest.mark.parametrize(
    ("method", "address", "allowed"),
    [
        ("POST", "/en/places", {"GET", "HEAD", "OPTIONS"}),
        ("GET", "/en/sign-out", {"POST", "OPTIONS"}),
        ("DELETE", "/en/sign-in", {"GET", "HEAD", "POST", "OPTIONS"}),
        ("PUT", "/", {"GET", "HEAD", "OPTIONS"}),
    ],
)
def test_wrong_method_is_told_which_are_right(client, method, address, allowed):
    response = client.open(address, method=method)

    assert response.status_code == 405
    assert set(response.allow) == allowed


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize(
    "status", [400, 401, 403, 404, 405, 409, 413, 418, 422, 429, 500, 503]
)
def test_every_refusal_is_a_page_in_the_language_asked(
    app, client, monkeypatch, status, language
):
    monkeypatch.setitem(
        app.view_functions, "workshops.take_seat_again", lambda: abort(status)
    )

    response = client.post(f"/{language}/return")

    soup = BeautifulSoup(response.data, "html.parser")
    assert response.status_code == status
    assert soup.html["lang"] == language
    assert soup.select_one("main h1").text.strip() != ""


@pytest.fixture
def no_database_there():
    """A database that can't be reached, in the place of the real one."""
    real = database.obj
    database.initialize(open_database("postgresql://nobody@127.0.0.1:9/nothing"))
    yield
    database.initialize(real)


@pytest.mark.no_database
@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/healthz", 200),
        ("/readyz", 503),
        ("/en/emergency", 200),
        ("/en/about/privacy", 200),
        ("/en/nowhere", 404),
        ("/en/places", 500),
    ],
)
def test_portal_without_its_database_says_what_it_can(
    app, no_database_there, address, status
):
    client = app.test_client()
    with client.session_transaction() as session:
        session["_user_id"] = "a key from before"

    response = client.get(address)

    assert response.status_code == status
