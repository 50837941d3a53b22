from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup

from portal.db import today
from portal.i18n import day, since

HERE = "http://localhost"


@pytest.mark.parametrize(
    ("cookie", "accepts", "goes_to"),
    [
        ("sv", "en", "/sv/"),
        ("", "en", "/en/"),
        ("", "sv-FI,sv;q=0.9,en;q=0.8", "/sv/"),
        ("", "de,en;q=0.5,fi;q=0.7", "/fi/"),
        ("", "de", "/fi/"),
        ("", "*", "/fi/"),
        ("", ";;q=x,", "/fi/"),
        ("", "", "/fi/"),
        ("xx", "en", "/en/"),
    ],
)
def test_start_speaks_the_language_chosen_before_or_wished_for(
    client, cookie, accepts, goes_to
):
    if cookie:
        client.set_cookie("language", cookie)

    response = client.get("/", headers={"Accept-Language": accepts})

    assert (response.status_code, response.location) == (302, goes_to)
    assert {"accept-language", "cookie"} <= set(response.vary.as_set())


def test_language_cookie_says_nothing_to_others(client):
    response = client.get("/sv/", headers={"Referer": f"{HERE}/fi/"})

    [cookie] = [
        line for line in response.headers.getlist("Set-Cookie") if "language" in line
    ]
    parts = cookie.split("; ")
    assert [part for part in parts if not part.startswith("Expires=")] == [
        "language=sv",
        "Max-Age=31536000",
        "HttpOnly",
        "Path=/",
        "SameSite=Lax",
    ]


def test_reading_sets_no_cookie(client):
    response = client.get("/en/services")

    assert response.headers.getlist("Set-Cookie") == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("path", ["services", "nowhere-at-all"])
def test_page_says_which_language_it_speaks(client, language, path):
    response = client.get(f"/{language}/{path}")

    assert BeautifulSoup(response.data, "html.parser").html["lang"] == language


@pytest.mark.parametrize("code", ["xx", "FI", "fi-FI", "..", "e", "English"])
def test_unknown_language_is_not_found_and_not_remembered(client, code):
    response = client.get(
        f"/{code}/services",
        headers={"Accept-Language": "en", "Referer": f"{HERE}/fi/"},
    )

    assert response.status_code == 404
    assert BeautifulSoup(response.data, "html.parser").html["lang"] == "en"
    assert client.get_cookie("language") is None


@pytest.mark.no_database
def test_unknown_language_is_not_found_for_somebody_with_a_session(app):
    client = app.test_client()
    with client.session_transaction() as session:
        session["_user_id"] = "a key that nobody has"

    response = client.get("/xx/services")

    assert response.status_code == 404


@pytest.mark.parametrize(
    ("language", "whole", "without_year"),
    [
        ("fi", "1.4.2026", "1.4."),
        ("sv", "1.4.2026", "1.4."),
        ("en", "1 April 2026", "1 April"),
    ],
)
def test_day_is_written_as_the_language_does(app, language, whole, without_year):
    moment = date(2026, 4, 1)

    with app.test_request_context(f"/{language}/"):
        app.preprocess_request()
        written = day(moment), day(moment, year=False)

    assert written == (whole, without_year)


@pytest.mark.parametrize(
    ("language", "days", "words"),
    [
        ("en", 0, "today"),
        ("en", -3, "today"),
        ("en", 1, "1 day ago"),
        ("en", 21, "3 weeks ago"),
        ("fi", 21, "3 viikkoa sitten"),
        ("sv", 21, "för 3 veckor sedan"),
    ],
)
def test_age_is_told_in_words(app, language, days, words):
    moment = today() - timedelta(days=days)

    with app.test_request_context(f"/{language}/"):
        app.preprocess_request()
        told = since(moment)

    assert told == words
