"""What a card shows to whom, and what it never shows."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup

from portal.db import today
from portal.directory.actions import DraftText
from portal.directory.reviews import months_after
from portal.permissions import Role
from tests.factories import give_at, make_place, make_service, make_user, sign_in
from tests.soup import page

LONG = {"en": DraftText("Long", summary="x" * 153)}


def card(client, service, language="en"):
    return page(client, f"/{language}/services/{service.slug}")


def test_protected_place_shows_no_address_on_the_card_or_among_the_places(client):
    service = make_service()
    shelter = make_place(
        name="Shelter",
        street="Hidden street 1",
        arrival="Behind the church",
        postal_code="07980",
        protected=True,
    )
    give_at(shelter, service, "mon-sun 0:00-24:00")

    texts = [card(client, service).text, client.get("/en/places").text]

    for text in texts:
        assert "Shelter" in text
        assert "Mon–Sun 0–24" in text
        assert "The address is not shown. You get it by phone." in text
        for secret in ("Hidden", "church", "07980"):
            assert secret not in text


def test_sensitive_card_leaves_no_trace(client):
    service = make_service("Help after violence", sensitive=True)

    response = client.get(f"/en/services/{service.slug}")

    soup = BeautifulSoup(response.text, "html.parser")
    assert response.headers["Cache-Control"] == "no-store"
    assert soup.title.text == "Service – Verstas"
    assert soup.h1.text == "Help after violence"
    assert soup.select_one("a.leave")["href"] == "https://www.ilmatieteenlaitos.fi/"


def test_card_that_is_not_sensitive_has_its_name_and_no_quick_exit(client):
    service = make_service("Swimming")

    response = client.get(f"/en/services/{service.slug}")

    soup = BeautifulSoup(response.text, "html.parser")
    assert response.headers["Cache-Control"] == "private, no-cache"
    assert soup.title.text == "Swimming – Verstas"
    assert soup.select("a.leave") == []


def test_check_is_late_after_the_time_promised(client):
    half_a_year_ago = months_after(today(), -6)
    in_time = make_service(checked_on=half_a_year_ago, review_months=6)
    late = make_service(checked_on=half_a_year_ago - timedelta(days=1), review_months=6)

    assert "The next check is late" not in card(client, in_time).text
    assert "Next check by " in card(client, in_time).text
    assert "The next check is late: it was due by " in card(client, late).text


@pytest.mark.parametrize("role", [Role.EDITOR, Role.COORDINATOR])
def test_long_summary_is_shown_whole_with_a_warning_to_editors(app, role):
    client = sign_in(app, make_user(role))

    soup = card(client, make_service(texts=LONG))

    assert "the summary is 3 characters over 150" in soup.text
    assert soup.select_one(".lead").text == "x" * 153


def test_long_summary_gives_others_no_warning(app, client):
    service = make_service(texts=LONG)

    for visitor in (client, sign_in(app, make_user(Role.MODERATOR))):
        soup = card(visitor, service)
        assert "For editors" not in soup.text
        assert soup.select_one(".lead").text == "x" * 153
